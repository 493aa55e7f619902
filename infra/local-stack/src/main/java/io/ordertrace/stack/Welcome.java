package io.ordertrace.stack;

import java.io.PrintStream;
import java.nio.file.Path;

/** What a person who has just started the stack wants to know. */
record Welcome(StackInfo info, Path file) {

    private static final String[][] PEOPLE = {
        {"anna", "support (Поддержка_трейсинг)"},
        {"boris", "developer (Разработчик)"},
        {"vera", "administrator (Администратор)"},
        {"gleb", "no role at all"},
    };
    private static final String[][] ORDERS = {
        {"finished", "finished"}, {"in_progress", "in progress"}, {"failed", "failed"}, {"lost", "lost"},
    };

    void print(PrintStream out) {
        out.println();
        out.println("Order Trace Portal is ready: " + info.portal());
        out.println();
        out.println("Sign in as");
        for (String[] person : PEOPLE) {
            out.printf("  %-6s %s  %s%n", person[0], info.users().get(person[0]), person[1]);
        }
        if (!info.orders().isEmpty()) {
            out.println();
            out.println("Orders worth opening");
            for (String[] order : ORDERS) {
                String id = info.orders().get(order[0]);
                out.printf("  %-12s %s  %s/orders/%s%n", order[1], id, info.portal(), id);
            }
        }
        out.println();
        StackInfo.Switchboard switchboard = info.switchboard();
        out.println("Troubles at will: " + switchboard.url() + "/#" + switchboard.token());
        out.println();
        out.println("Everything else, for scripts: " + file);
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }
}
