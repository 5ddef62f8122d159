// Sockets and selectors, both address families, datagrams, Unix sockets, names, timeouts, refusals.

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

public class Sockets {
  static void plain() throws Exception {
    try (var server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
      Thread echo = new Thread(() -> {
        try (var socket = server.accept()) {
          socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException error) {
          System.out.println(error);
        }
      });
      echo.start();
      try (var client = new Socket("127.0.0.1", server.getLocalPort())) {
        client.getOutputStream().write(new byte[50_000]);
        client.shutdownOutput();
        System.out.println("echo: " + client.getInputStream().readAllBytes().length);
      }
      echo.join();
      server.setSoTimeout(30);
      server.accept();
    } catch (IOException error) {
      System.out.println("timeout: " + error.getMessage());
    }
    try (var client = new Socket("127.0.0.1", 1)) {
      System.out.println("connected");
    } catch (IOException error) {
      System.out.println("refused: " + error.getMessage());
    }
  }

  static void selected() throws IOException {
    var selector = Selector.open();
    var server = ServerSocketChannel.open().bind(new InetSocketAddress("127.0.0.1", 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    var clients = new SocketChannel[10];
    for (int index = 0; index < clients.length; index++)
      clients[index] = SocketChannel.open(server.getLocalAddress());
    for (var client : clients) client.write(ByteBuffer.wrap("x".getBytes()));
    int received = 0;
    while (received < clients.length && selector.select(5000) > 0) {
      for (var key : selector.selectedKeys()) {
        if (key.isAcceptable()) {
          SocketChannel accepted;
          while ((accepted = server.accept()) != null) {
            accepted.configureBlocking(false);
            accepted.register(selector, SelectionKey.OP_READ);
          }
        } else {
          received += ((SocketChannel) key.channel()).read(ByteBuffer.allocate(10));
        }
      }
      selector.selectedKeys().clear();
    }
    System.out.println("selected: " + received);
  }

  static void local() throws IOException {
    Path path = Files.createTempDirectory(Path.of(System.getenv("TMPDIR")), "unix").resolve("socket");
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(path));
      try (var client = SocketChannel.open(UnixDomainSocketAddress.of(path));
          var accepted = server.accept()) {
        client.write(ByteBuffer.wrap("local".getBytes()));
        System.out.println("unix: " + accepted.read(ByteBuffer.allocate(99)));
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    plain();
    selected();
    local();
    try (var receiver = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        var sender = new DatagramSocket()) {
      sender.send(new DatagramPacket("datagram".getBytes(), 8, receiver.getLocalSocketAddress()));
      var packet = new DatagramPacket(new byte[99], 99);
      receiver.receive(packet);
      System.out.println("udp: " + new String(packet.getData(), 0, packet.getLength()));
    }
    System.out.println("name: " + InetAddress.getByName("localhost").isLoopbackAddress());
    System.out.println("literal: " + InetAddress.getByName("::1") + " " + InetAddress.getByName("127.0.0.1"));
    try {
      InetAddress.getByName("[::1");
    } catch (UnknownHostException error) {
      System.out.println("unknown: " + error.getMessage());
    }
  }
}
