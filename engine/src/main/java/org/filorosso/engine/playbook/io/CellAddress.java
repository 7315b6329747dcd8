package org.filorosso.engine.playbook.io;

/** Addresses of workbook cells: {@code B7} is column 1, row 7. */
final class CellAddress {
    private static final int LETTERS = 26;
    private static final int MOST_LETTERS = 3;

    private CellAddress() {}

    /** Column from 0, or -1 when this is no address. */
    static int column(String address) {
        int column = 0;
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            column = letters < MOST_LETTERS ? column * LETTERS + address.charAt(letters) - 'A' + 1 : 0;
            letters++;
        }
        return letters > MOST_LETTERS ? -1 : column - 1;
    }

    /** Row from 1, or -1 when this is no address. */
    static int row(String address) {
        int row = 0;
        for (int i = 0; i < address.length() && address.charAt(i) != ':'; i++) {
            char c = address.charAt(i);
            if (c >= '0' && c <= '9') {
                row = row > 10_000_000 ? row : row * 10 + c - '0';
            }
        }
        return row == 0 ? -1 : row;
    }

    static String of(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.append(row).toString();
    }
}
