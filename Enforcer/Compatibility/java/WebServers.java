// HttpServer and HttpsServer with HttpClient: uploads, many at once, HTTP over TLS, refused certificates.

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

public class WebServers {
  static void answer(HttpExchange exchange) throws IOException {
    int size = exchange.getRequestBody().readAllBytes().length;
    byte[] body = (exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + size).getBytes();
    exchange.sendResponseHeaders(
        exchange.getRequestURI().getPath().equals("/missing") ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static SSLContext tls() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    char[] password = "changeit".toCharArray();
    try (var file = new FileInputStream(System.getenv("COMPATIBILITY_TLS") + "/store.p12")) {
      store.load(file, password);
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, password);
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("own", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  static HttpServer start(HttpServer server) {
    server.createContext("/", WebServers::answer);
    server.setExecutor(Executors.newFixedThreadPool(4, runnable -> {
      Thread thread = new Thread(runnable);
      thread.setDaemon(true);
      return thread;
    }));
    server.start();
    return server;
  }

  static String ask(HttpClient client, HttpRequest.Builder request) throws Exception {
    var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body()
        + response.sslSession().map(s -> " " + s.getProtocol()).orElse("");
  }

  static HttpRequest.Builder request(String address) { return HttpRequest.newBuilder(URI.create(address)); }

  public static void main(String[] arguments) throws Exception {
    var place = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer plain = start(HttpServer.create(place, 0));
    String base = "http://127.0.0.1:" + plain.getAddress().getPort();
    HttpClient client = HttpClient.newBuilder().sslContext(tls()).build();
    System.out.println(ask(client, request(base + "/a?b=c")));
    System.out.println(ask(client, request(base + "/missing")));
    System.out.println(
        ask(client, request(base + "/u").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[1_500_000]))));
    var many =
        IntStream.range(0, 40)
            .mapToObj(n
                -> client.sendAsync(request(base + "/" + n).build(), HttpResponse.BodyHandlers.ofString())
                    .thenApply(HttpResponse::body))
            .toList();
    System.out.println("forty: "
        + many.stream().map(CompletableFuture::join).filter(text -> text.startsWith("GET /")).count());
    HttpsServer secure = HttpsServer.create(place, 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(tls()));
    start(secure);
    String address = "https://localhost:" + secure.getAddress().getPort() + "/s";
    System.out.println(ask(client, request(address)));
    try {
      ask(HttpClient.newHttpClient(), request(address));
    } catch (IOException error) {
      System.out.println("refused: " + error.getClass().getSimpleName());
    }
    try {
      ask(client, request("http://127.0.0.1:1/"));
    } catch (IOException error) {
      System.out.println("closed: " + error.getClass().getSimpleName());
    }
    System.exit(0);
  }
}
