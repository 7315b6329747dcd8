package org.filorosso.engine.playbook.io;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.filorosso.engine.playbook.io.Parts.UnreadableWorkbook;

/** One part of a workbook, read element by element. Document types are refused, so that there are no entities. */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private static final int DEEPEST = 64;
    // seven characters may stand for one: _x000D_
    private static final int MOST = 7 * (Limits.MOST_CHARACTERS + 1);

    private final String name;
    private final XMLStreamReader xml;
    private int depth;

    XmlPart(String name, InputStream in) throws UnreadableWorkbook {
        this.name = name;
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    /** Moves on to the next start or end of an element; false at the end of the part. */
    boolean next() throws UnreadableWorkbook {
        int event = step();
        while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT) {
            event = step();
        }
        return event != XMLStreamConstants.END_DOCUMENT;
    }

    private int step() throws UnreadableWorkbook {
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw damaged();
            }
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableWorkbook(
                        Code.DOCTYPE,
                        "the part \"" + name + "\" declares a document type",
                        "Maybe save it again with a spreadsheet program.");
            }
            return event;
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }

    /** Whether this is the start of an element of that name, in any namespace. */
    boolean starts(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    /** Whether this is the end of an element of that name, in any namespace. */
    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** The attribute of this local name, in any namespace, or an empty text. */
    String attribute(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text up to the end of this element, at most a little more than a cell may hold. */
    String text() throws UnreadableWorkbook {
        StringBuilder text = new StringBuilder();
        int event = step();
        while (event != XMLStreamConstants.END_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            boolean isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText && text.length() <= MOST) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
            event = step();
        }
        return text.length() > MOST ? text.substring(0, MOST) : text.toString();
    }

    /** The number in an attribute, or -1 when there is none or it is no number that fits. */
    int number(String attribute) {
        String text = attribute(attribute);
        boolean fits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits ? Integer.parseInt(text) : -1;
    }

    UnreadableWorkbook damaged() {
        return new UnreadableWorkbook(
                Code.NOT_A_WORKBOOK,
                "is damaged: the part \"" + name + "\" cannot be read",
                "Maybe save it again with a spreadsheet program.");
    }

    @Override
    public void close() throws UnreadableWorkbook {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw damaged();
        }
    }
}
