package org.prefstream.e2e.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.imageio.ImageIO;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A server of somebody else's that has an image at every path. The system under test may show those below one of its folders. It notes all that
 * it is asked for.
 */
public final class ImageServer implements AutoCloseable {

    /** Wider than any window that it is shown in. */
    public static final int WIDTH = 2000;
    private static final int HEIGHT = 1000;
    private static final int BLUE = 0x2255aa;

    private final HttpServer server;
    private final byte[] png = png();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    private ImageServer(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port, which it keeps. */
    static ImageServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ImageServer images = new ImageServer(server);
            server.createContext("/", images::answer);
            server.start();
            return images;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** {@return what the addresses of images begin with that the system may show} */
    URI allowed() {
        return URI.create(address("/shown"));
    }

    /** {@return the address of the image at a path, which begins with a slash} */
    public String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** {@return what it was asked for, in that order} */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders())));
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, png.length);
            exchange.getResponseBody().write(png);
        }
    }

    private static byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = HEIGHT / 4; y < HEIGHT / 2; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, BLUE);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return png.toByteArray();
    }

    /**
     * A request.
     *
     * @param path with its query
     * @param headers by their names, of which the first letter only is large
     */
    public record Asked(String path, Map<String, List<String>> headers) {
    }
}
