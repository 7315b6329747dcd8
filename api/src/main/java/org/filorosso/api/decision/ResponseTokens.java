package org.filorosso.api.decision;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.filorosso.engine.playbook.Direction;

/** Signs what a response brings back, so that it can be believed though nothing of it was stored. */
public final class ResponseTokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE = 32;
    private static final int VERSION = 1;
    private static final int LONGEST = 8192;

    private final Supplier<List<byte[]>> keys;

    /** @param keys the first signs, all are believed */
    ResponseTokens(Supplier<List<byte[]>> keys) {
        this.keys = keys;
    }

    /** The token as text: letters, digits, {@code -} and {@code _} only. The same token always gives the same text. */
    public String sign(ResponseToken token) {
        byte[] content = write(token);
        byte[] signed = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(mac(keys.get().get(0), content), 0, signed, content.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The token of a text that was signed by this service; empty for any other text. */
    public Optional<ResponseToken> verify(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (signed.length <= SIGNATURE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(signed, signed.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(signed, content.length, signed.length);
        boolean ours = keys.get().stream().anyMatch(key -> MessageDigest.isEqual(mac(key, content), signature));
        return ours ? Optional.of(read(content)) : Optional.empty();
    }

    private static byte[] mac(byte[] key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] write(ResponseToken token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(token.interactionId());
            out.writeUTF(token.subjectId());
            out.writeUTF(token.action());
            out.writeUTF(token.treatment());
            out.writeUTF(token.channel());
            out.writeByte(token.direction().ordinal());
            out.writeShort(token.rank());
            out.writeUTF(token.playbook());
            out.writeUTF(token.revision());
            out.writeUTF(token.stage());
            BigDecimal price = token.price();
            out.writeUTF(price == null ? "" : price.toString());
            out.writeLong(token.at().toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ResponseToken read(byte[] content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("A token of version " + version + " was signed by a later version");
            }
            return new ResponseToken(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    Direction.values()[in.readByte()],
                    in.readUnsignedShort(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    price(in.readUTF()),
                    Instant.ofEpochMilli(in.readLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable BigDecimal price(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
