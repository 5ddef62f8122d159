@testable import SecretDetection

extension SecretVector {
  static let settings: [SecretVector] = [
    SecretVector(.privateKey, in: "RSA") { KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0)) },
    SecretVector(.privateKey, in: "EC") { KeyWriter.armour("EC PRIVATE KEY", KeyWriter.elliptic(&$0)) },
    SecretVector(.privateKey, in: "DSA") { KeyWriter.armour("DSA PRIVATE KEY", KeyWriter.dsa(&$0)) },
    SecretVector(.privateKey, in: "PKCS 8, Ed25519") {
      KeyWriter.armour("PRIVATE KEY", KeyWriter.ed25519(&$0))
    },
    SecretVector(.privateKey, in: "PKCS 8, RSA") {
      KeyWriter.armour("PRIVATE KEY", KeyWriter.pkcs8(KeyWriter.rsaAlgorithm, KeyWriter.rsa(&$0)))
    },
    SecretVector(.privateKey, in: "OpenSSH") {
      KeyWriter.armour("OPENSSH PRIVATE KEY", KeyWriter.openSSH(&$0))
    },
    SecretVector(.privateKey, in: "PGP") {
      KeyWriter.armour("PGP PRIVATE KEY BLOCK", KeyWriter.pgp(&$0), headers: "Version: 1")
    },
    SecretVector(.privateKey, in: "a string with escapes") {
      "key = \"" + KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0), separator: "\\n") + "\""
    },
    SecretVector(.privateKey, in: "strings that are joined") {
      "'" + KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0), separator: "\\n' +\n  '") + "'"
    },
    SecretVector(.privateKey, in: "a list of strings") {
      "[\"" + KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0), separator: "\",\n  \"") + "\"]"
    },
    SecretVector(.privateKey, in: "YAML") {
      "key: |\n  " + KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0), separator: "\n  ")
    },
    SecretVector(.privateKey, in: "one line") {
      "KEY=" + KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0), separator: " ")
    },
    SecretVector(.privateKey, in: "PuTTY") {
      "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: k\nPublic-Lines: 2\n" + $0.base64(64)
        + "\n" + $0.base64(10) + "==\nPrivate-Lines: 1\n" + $0.base64(47) + "=\nPrivate-MAC: " + $0.hex(64)
        + "\n"
    },
    SecretVector(.encryptedPrivateKey, in: "PKCS 8") {
      KeyWriter.armour("ENCRYPTED PRIVATE KEY", KeyWriter.encrypted(&$0))
    },
    SecretVector(.encryptedPrivateKey, in: "OpenSSH") {
      KeyWriter.armour("OPENSSH PRIVATE KEY", KeyWriter.openSSH(&$0, cipher: "aes256-ctr"))
    },
    SecretVector(.encryptedPrivateKey, in: "RSA with headers") {
      KeyWriter.armour(
        "RSA PRIVATE KEY", $0.bytes(600), headers: "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,5D8C")
    },
    SecretVector(.googleServiceAccount, in: "JSON") {
      #"{"type": "service_account", "private_key_id": "\#($0.hex(40))", "private_key": ""#
        + KeyWriter.armour(
          "PRIVATE KEY", KeyWriter.pkcs8(KeyWriter.rsaAlgorithm, KeyWriter.rsa(&$0)), separator: "\\n")
        + #"\n", "client_email": "a@b.iam"}"#
    },
    SecretVector(.clusterKey, in: "kubeconfig") {
      "users:\n- user:\n    client-key-data: "
        + Array(KeyWriter.armour("RSA PRIVATE KEY", KeyWriter.rsa(&$0)).utf8).base64 + "\n"
    },
    SecretVector(.databaseAddress, in: "PostgreSQL") {
      "DATABASE_URL=postgres://shop:" + $0.alnum(14) + "@db.shop.internal:5432/orders"
    },
    SecretVector(.databaseAddress, in: "MongoDB") {
      "url: mongodb+srv://shop:" + $0.alnum(14) + "@cluster0.abcde.mongodb.net/orders"
    },
    SecretVector(.databaseAddress, in: "Redis") {
      "redis://default:" + $0.alnum(20) + "@redis-12345.cloud.net:6379"
    },
    SecretVector(.databaseAddress, in: "SQLAlchemy") {
      "create_engine('postgresql+psycopg2://shop:" + $0.alnum(12) + "@10.2.3.4/orders')"
    },
    SecretVector(.databaseAddress, in: "RabbitMQ") {
      "amqps://shop:" + $0.alnum(12) + "@b-1.mq.eu-west-1.amazonaws.com:5671"
    },
    SecretVector(.webAddress, in: "HTTP") {
      "curl https://deploy:" + $0.alnum(16) + "@registry.shop.dev/v2/"
    },
    SecretVector(.webAddress, in: "git") {
      "git clone https://oauth2:" + $0.alnum(20) + "@git.shop.dev/shop.git"
    },
    SecretVector(.connectionString, in: ".NET") {
      "Server=tcp:shop.database.windows.net,1433;Database=shop;User ID=shop;Password=" + $0.alnum(14)
        + "!9;Encrypt=True;"
    },
    SecretVector(.connectionString, in: "JDBC") {
      "jdbc:mysql://db.shop.internal:3306/shop?user=shop&password=" + $0.alnum(14)
    },
    SecretVector(.connectionString, in: "ODBC") {
      "Driver={ODBC Driver 18};Server=db.shop.internal;Uid=shop;Pwd=" + $0.alnum(13) + "7;"
    },
    SecretVector(.azureKey, in: "a connection string") {
      "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=" + $0.bytes(64).base64
        + ";EndpointSuffix=core.windows.net"
    },
    SecretVector(.azureKey, in: "a Service Bus string") {
      "Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey="
        + $0.bytes(32).base64
    },
    SecretVector(.azureSharedAccess, in: "an address") {
      "https://shop.blob.core.windows.net/c?sv=2023-11-03&ss=b&srt=co&sp=rl&se=2030-01-01T00:00:00Z&sig="
        + $0.alnum(43) + "%3D"
    },
    SecretVector(.basicAuthorization, in: "a header") {
      "headers = {'Authorization': 'Basic " + Array(("shop:" + $0.alnum(14)).utf8).base64 + "'}"
    },
    SecretVector(.bearerToken, in: "a header") {
      "headers: { Authorization: 'Bearer " + $0.alnum(40) + "' }"
    },
    SecretVector(.netrcPassword, in: ".netrc") {
      "machine git.shop.dev login deploy password " + $0.alnum(16) + "\n"
    },
    SecretVector(.registryPassword, in: ".npmrc") {
      "//registry.shop.dev/:_authToken=" + $0.alnum(36) + "\n"
    },
    SecretVector(.registryPassword, in: ".npmrc, basic") {
      "_auth=" + Array(("deploy:" + $0.alnum(16)).utf8).base64 + "\n"
    },
    SecretVector(.dockerRegistryPassword, in: "Docker") {
      #"{"auths": {"registry.shop.dev": {"auth": "\#(Array(("deploy:" + $0.alnum(18)).utf8).base64)"}}}"#
    },
    SecretVector(.passwordHash, in: ".htpasswd, MD5") {
      "shop:$apr1$" + $0.alnum(8) + "$" + $0.alnum(22) + "\n"
    },
    SecretVector(.passwordHash, in: ".htpasswd, bcrypt") { "shop:$2y$10$" + $0.alnum(53) + "\n" },
    SecretVector(.passwordHash, in: "shadow") {
      "shop:$6$" + $0.alnum(16) + "$" + $0.alnum(86) + ":19000::\n"
    },
    SecretVector(.passwordHash, in: ".htpasswd, SHA-1") { "shop:{SHA}" + $0.alnum(27) + "=\n" },
    SecretVector(.oktaToken, in: "a header") { "Authorization: SSWS 00" + $0.word(40) },
    SecretVector(.awsSecretKey, in: "credentials") {
      "[default]\naws_access_key_id = " + $0.awsKey("AKIA") + "\naws_secret = " + $0.base64(36) + "A7b"
        + $0.alnum(1) + "\n"
    },
  ]
}
