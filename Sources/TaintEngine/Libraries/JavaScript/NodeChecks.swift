/// What Node programs check: tokens and signatures, schemas, shapes of texts.
enum NodeChecks {
  static let calls: [CallModel] = signatures + tokens + schemas + shapes + errors

  private static let errorAndTrue = CallModel.Effect.callback(
    Callback(.last, parameters: [.origin(.error(.whole)), .clean], isImmediate: false))

  private static let signatures: [CallModel] = [
    CallModel(
      "crypto.timingSafeEqual", "{safe-compare,secure-compare,tsscmp,scmp,buffer-equal-constant-time}",
      effects: [.authenticates(when: []), .clean]),
    CallModel(
      "{bcrypt,bcryptjs,bcrypt-nodejs}.{compare,compareSync}", "argon2.verify",
      effects: [.authenticates(when: []), .clean, errorAndTrue]),
    CallModel(
      "crypto.{verify,createVerify().verify,createVerify().update().verify}",
      "tweetnacl.sign.detached.verify",
      "@octokit/webhooks.{verify,Webhooks().verify}", "@octokit/webhooks-methods.verify",
      "twilio.{validateRequest,validateRequestWithBody}", "discord-interactions.verifyKey",
      "@slack/events-api.verifyRequestSignature", "sns-validator().validate", "svix.Webhook().verify",
      effects: [.authenticates(when: []), .clean, errorAndTrue]),
    CallModel(
      "{stripe,stripe.Stripe,stripe.default}().webhooks.{constructEvent,constructEventAsync}",
      effects: [.authenticates(when: []), .parsesFirst]),
  ]

  private static let tokens: [CallModel] = [
    // Claims of a token are the user's words, signed or not.
    CallModel(
      "jsonwebtoken.verify", "{jose.jwtVerify,jose.compactVerify,njwt.verify,jws.verify,jwt-simple.decode}",
      "aws-jwt-verify.{CognitoJwtVerifier,JwtRsaVerifier,JwtVerifier}.create().{verify,verifySync}",
      "google-auth-library.OAuth2Client().verifyIdToken", "firebase-admin.auth().verifyIdToken",
      "@okta/jwt-verifier().verifyAccessToken", "fast-jwt.createVerifier()",
      effects: [
        .authenticates(when: [
          .not(.isText(.anywhereIn(.field(.position(2), "algorithms")), ["none", "None", "NONE"]))
        ]), .result(.claims(.position(0))), .nodeCallback,
      ]),
    CallModel(
      "jsonwebtoken.decode", "jose.{decodeJwt,decodeProtectedHeader}", "{jwt-decode,jwt-decode.jwtDecode}",
      "jws.decode", "fast-jwt.createDecoder()",
      effects: [.result(.claims(.position(0)))]),
    .clean("jsonwebtoken.sign", "jwt-simple.encode", "jose.SignJWT"),
  ]

  /// A schema says which fields there are and of what type; a text in it stays whatever was sent.
  private static let schemas: [CallModel] = [
    .clean(
      "ajv().validate", "ajv().compile()", "ajv.default().validate", "jsonschema.validate",
      "jsonschema.Validator().validate"),
    CallModel(
      """
      {zod,zod.z,yup,superstruct,valibot,io-ts,runtypes,myzod}.{object,string,array}().{parse,parseAsync,\
      validate,validateSync,create}
      """,
      effects: [.result(.shaped(.position(0)))]),
    CallModel(
      "{joi,joi.object(),@hapi/joi.object(),@hapi/joi}.{validate,validateAsync,attempt}",
      effects: [
        .result(.record(["value": .shaped(.position(0)), "error": .clean]))
      ]),
    CallModel(
      "*.{safeParse,safeParseAsync}",
      effects: [
        .result(
          .record(["data": .shaped(.position(0)), "success": .clean, "error": .clean]))
      ]),
    CallModel("*.{validateSync,parseAsync,validateAsync}", effects: [.result(.shaped(.position(0)))]),
  ]

  /// Errors with a status; middy's handler answers with the message of those below 500.
  private static let errors: [CallModel] = [
    CallModel(
      "{http-errors,http-errors.default,@middy/util.createError}",
      effects: [
        .answers(
          .position(1),
          when: [answering, .not(.equals(.position(0), (500...511).map { .number(Double($0)) }))],
          onlyThrown: true)
      ]),
    CallModel(
      """
      {http-errors,http-errors.default}.{BadRequest,Unauthorized,PaymentRequired,Forbidden,NotFound,\
      MethodNotAllowed,NotAcceptable,RequestTimeout,Conflict,Gone,PreconditionFailed,PayloadTooLarge,\
      UnsupportedMediaType,UnprocessableEntity,Locked,FailedDependency,TooManyRequests}
      """,
      effects: [.answers(.position(0), when: [answering], onlyThrown: true)]),
  ]

  private static let answering = Condition.called([
    "@middy/http-error-handler", "middy/middlewares.httpErrorHandler", "middy-middlewares.httpErrorHandler",
  ])

  private static let shapes: [CallModel] = [
    CallModel(
      """
      {validator,validator.default}.{isUUID,isAlphanumeric,isAlpha,isInt,isNumeric,isIn,isHexadecimal,\
      isMongoId,isDecimal,isMD5,isISO8601,isBoolean,isFloat,isISIN,isMobilePhone,isPostalCode,isJWT,\
      isBase64,isULID}
      """,
      "validator/lib/{isUUID,isAlphanumeric,isInt,isNumeric,isIn}", "uuid.validate",
      "{is-uuid.v4,is-uuid.anyNonNil}",
      """
      {mongodb.ObjectId,mongodb.ObjectID,bson.ObjectId,mongoose.Types.ObjectId,mongoose}.{isValid,\
      isValidObjectId}
      """,
      effects: [.guards(.position(0), against: .injections), .clean]),
    CallModel(
      "net.{isIP,isIPv4,isIPv6}", "{validator,validator.default}.{isIP,isFQDN}", "ip-regex().test",
      effects: [.guards(.position(0), against: .injections.subtracting(SinkKinds(.requestURL))), .clean]),
    CallModel(
      "{validator,validator.default}.isEmail", "email-validator.validate",
      effects: [.guards(.position(0), against: SinkKinds(.emailHeader)), .clean]),
    CallModel(
      "{validator,validator.default}.{isURL,isLength,isEmpty,isJSON,equals,contains}", effects: [.clean]),
    CallModel("{validator,validator.default}.{toInt,toFloat,toBoolean,toDate}", effects: [.clean]),
  ]
}
