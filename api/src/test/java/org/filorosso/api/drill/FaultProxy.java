package org.filorosso.api.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between two programs and misbehaves as told: delays what comes back, loses it, or cuts the line. What goes
 * forth is passed on untouched, so a lost reply is the reply to something that was done.
 */
public final class FaultProxy implements AutoCloseable {
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(5);

    private final ServerSocket server;
    private final int target;
    private final Random chance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile long delay;
    private volatile double loss;
    private volatile boolean cut;

    private record Piece(byte[] bytes, long arrived) {}

    private static final Piece END = new Piece(new byte[0], 0);

    /**
     * Listens on a free port of this machine.
     *
     * @param target port it passes on to
     * @param seed which replies are lost
     */
    public FaultProxy(int target, long seed) {
        this.target = target;
        this.chance = new Random(seed);
        try {
            this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Where to connect instead. */
    public int port() {
        return server.getLocalPort();
    }

    /** From now on everything comes back so much later; what is on its way too. */
    public void delay(Duration time) {
        delay = time.toNanos();
    }

    /**
     * From now on some replies are lost, and their connection with them.
     *
     * @param share 0 to 1
     */
    public void lose(double share) {
        loss = share;
    }

    /** How many replies were lost. */
    public int lost() {
        return lost.get();
    }

    /** Ends all connections and takes no new ones. */
    public void cut() {
        cut = true;
        open.forEach(FaultProxy::end);
    }

    /** Behaves again. */
    public void heal() {
        delay = 0;
        loss = 0;
        cut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> connect(client));
            } catch (IOException e) {
                cut();
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            if (cut) {
                end(client);
                return;
            }
            Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(service);
            client.setTcpNoDelay(true);
            service.setTcpNoDelay(true);
            LinkedBlockingQueue<Piece> coming = new LinkedBlockingQueue<>();
            daemon(() -> forth(client, service));
            daemon(() -> receive(service, coming));
            back(coming, client);
            end(service);
        } catch (IOException e) {
            // nobody listens there: the caller sees its connection end
        } finally {
            end(client);
        }
    }

    private void forth(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // a connection that ends ends its other half
        } finally {
            end(to);
        }
    }

    private void receive(Socket from, LinkedBlockingQueue<Piece> coming) {
        byte[] buffer = new byte[16384];
        try {
            InputStream in = from.getInputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                coming.add(new Piece(Arrays.copyOf(buffer, n), System.nanoTime()));
            }
        } catch (IOException e) {
            // as above
        } finally {
            coming.add(END);
        }
    }

    private void back(LinkedBlockingQueue<Piece> coming, Socket to) throws IOException {
        OutputStream out = to.getOutputStream();
        try {
            for (Piece piece = coming.take(); piece != END; piece = coming.take()) {
                while (System.nanoTime() - piece.arrived() < delay) {
                    LockSupport.parkNanos(GLANCE);
                }
                if (loses()) {
                    lost.incrementAndGet();
                    return;
                }
                out.write(piece.bytes());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean loses() {
        synchronized (chance) {
            return loss > 0 && chance.nextDouble() < loss;
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
