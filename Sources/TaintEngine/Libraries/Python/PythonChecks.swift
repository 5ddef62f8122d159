/// What Python programs check: tokens and signatures, schemas, shapes of texts.
enum PythonChecks {
  static let calls: [CallModel] = signatures + tokens + schemas + shapes

  private static let signatures: [CallModel] = [
    CallModel("{hmac,secrets}.compare_digest", effects: [.authenticates(when: []), .clean]),
    CallModel(
      "{werkzeug.security.check_password_hash,bcrypt.checkpw,django.contrib.auth.hashers.check_password}",
      "passlib.hash.{bcrypt,sha256_crypt,pbkdf2_sha256,argon2}.verify", "argon2.PasswordHasher().verify",
      effects: [.authenticates(when: []), .clean]),
    CallModel(
      "stripe.{Webhook.construct_event,WebhookSignature.verify_header}",
      "slack_sdk.signature.SignatureVerifier().{is_valid,is_valid_request}",
      "twilio.request_validator.RequestValidator().validate", "svix.webhooks.Webhook().verify",
      "nacl.signing.VerifyKey().verify", "discord_interactions.verify_key",
      effects: [.authenticates(when: []), .parsesFirst]),
  ]

  private static let tokens: [CallModel] = [
    // Claims of a token are the user's words, signed or not.
    CallModel(
      "jwt.decode", "jwt.PyJWT().decode",
      effects: [
        .authenticates(when: [
          .not(.isBoolean(.named("verify"), false)),
          .not(.isBoolean(.field(.argument(3, "options"), "verify_signature"), false)),
        ]), .result(.claims(.position(0))),
      ]),
    CallModel(
      "jose.{jwt.decode,jws.verify}", "authlib.jose.jwt.decode", "python_jwt.verify_jwt",
      "google.oauth2.id_token.{verify_oauth2_token,verify_firebase_token,verify_token}",
      "firebase_admin.auth.verify_id_token", "cognitojwt.{decode,decode_async}",
      """
      itsdangerous.{URLSafeTimedSerializer,URLSafeSerializer,TimedJSONWebSignatureSerializer,\
      Signer}().{loads,unsign}
      """,
      "jwcrypto.jwt.JWT",
      effects: [
        .authenticates(when: [
          .not(.isBoolean(.field(.named("options"), "verify_signature"), false))
        ]), .result(.claims(.position(0))),
      ]),
    CallModel(
      "jose.jwt.{get_unverified_claims,get_unverified_header,get_unverified_headers}",
      "jwt.get_unverified_header", "python_jwt.process_jwt",
      effects: [.result(.claims(.position(0)))]),
    .clean("{jwt.encode,jose.jwt.encode,authlib.jose.jwt.encode}"),
  ]

  /// A schema says which fields there are and of what type; a text in it stays whatever was sent.
  private static let schemas: [CallModel] = [
    CallModel(
      "jsonschema.validate",
      effects: [.validates(.argument(0, "instance"), by: .argument(1, "schema")), .clean]),
    CallModel("fastjsonschema.validate", effects: [.validates(.position(1), by: .position(0)), .clean]),
    CallModel("fastjsonschema.compile()", effects: [.result(.same(.position(0)))]),
    CallModel("*.{parse_obj,model_validate,model_validate_json,parse_raw}", effects: [.parsesFirst]),
    CallModel(
      """
      {marshmallow.Schema,voluptuous.Schema,cerberus.Validator}().{load,loads,validated,validate,\
      normalized}
      """,
      effects: [.parsesFirst]),
    CallModel("voluptuous.Schema()", effects: [.result(.same(.position(0)))]),
  ]

  private static let shapes: [CallModel] = [
    CallModel("uuid.UUID", effects: [.guards(.position(0), against: .injections), .clean]),
    CallModel("validators.{uuid,slug}", effects: [.guards(.position(0), against: .injections), .clean]),
    // An address is one of numbers and dots, but it still says which server.
    CallModel(
      "ipaddress.{ip_address,IPv4Address,IPv6Address,ip_network}", "validators.{ipv4,ipv6}",
      "socket.{inet_aton,inet_pton}",
      effects: [
        .guards(.argument(0, "address"), against: .injections.subtracting(SinkKinds(.requestURL))),
        .result(.sanitized(.position(0), for: .injections.subtracting(SinkKinds(.requestURL)))),
      ]),
    CallModel(
      "bson.{ObjectId,objectid.ObjectId}.is_valid",
      effects: [.guards(.position(0), against: .injections), .clean]),
    CallModel(
      "email_validator.validate_email",
      effects: [.guards(.position(0), against: SinkKinds(.emailHeader)), .keepsFirst]),
    CallModel(
      "validators.{email}", effects: [.guards(.position(0), against: SinkKinds(.emailHeader)), .clean]),
    CallModel("validators.{url,domain}", effects: [.clean]),
    CallModel(
      "phonenumbers.{parse,format_number}", effects: [.result(.sanitized(.position(0), for: .injections))]),
  ]
}
