/// Document databases, caches and searches of Node.
enum NodeDocuments {
  static let calls: [CallModel] = mongo + caches + search

  private static func filter(_ filter: Selector) -> [CallModel.Effect] {
    [
      .into(.nosql, .anywhereIn(filter), when: [.structured(.anywhereIn(filter))], .likely),
      .into(.nosql, .field(filter, "$where"), when: [.text(.field(filter, "$where"))]),
      .into(.nosql, .field(filter, "$expr"), .likely), .into(.nosql, .keys(filter), .likely),
    ]
  }

  private static let document = CallModel.Effect.result(.stored("a document of a database"))

  private static let mongo: [CallModel] = [
    .makes("mongodb.client", "mongodb.{MongoClient,MongoClient.connect,connect}", "mongodb.client.connect"),
    CallModel(
      "mongodb.MongoClient.connect",
      effects: [
        .callback(
          Callback(
            .last, parameters: [.origin(.error(.whole)), .instance("mongodb.client")], isImmediate: false))
      ]),
    .makes("mongodb.database", "mongodb.client.db", "mongoose.connection.db"),
    .makes(
      "mongodb.collection", "{mongodb.database,mongodb.client,*.db(),mongoose.connection}.collection",
      "*.collection"),
    .makes(
      "mongoose.Document", "mongoose.{model,connection.model,createConnection().model,default.model}",
      "*.mongoose.model"),
    CallModel(
      """
      {mongodb.collection,mongoose.Document,*.collection()}.{find,findOne,findOneAndUpdate,\
      findOneAndDelete,findOneAndReplace,deleteOne,deleteMany,updateOne,updateMany,update,remove,\
      replaceOne,count,countDocuments,distinct,exists,where,findOneAndRemove}
      """,
      """
      ?.{findOne,findOneAndUpdate,findOneAndDelete,deleteOne,deleteMany,updateOne,updateMany,\
      countDocuments}
      """,
      "*.{findOneAndUpdate,findOneAndDelete,updateOne,updateMany,deleteMany,deleteOne,countDocuments}",
      effects: filter(.position(0)) + [document, .nodeCallback]),
    CallModel(
      "{mongodb.collection,mongoose.Document,*.collection()}.{findOneAndUpdate,updateOne,updateMany,update}",
      effects: [
        .into(.massAssignment, .position(1), when: [.structured(.position(1))], .likely),
        .into(
          .massAssignment, .field(.position(1), "$set"), when: [.structured(.field(.position(1), "$set"))],
          .likely),
      ]),
    CallModel(
      "mongoose.Document.{findById,findByIdAndUpdate,findByIdAndDelete,findByIdAndRemove}",
      effects: [
        .into(.massAssignment, .position(1), when: [.structured(.position(1))], .likely), document,
        .nodeCallback,
      ]),
    CallModel(
      "{mongodb.collection,mongoose.Document,*.collection()}.{aggregate,mapReduce}",
      effects: [
        .into(.nosql, .anywhereIn(.position(0)), when: [.structured(.anywhereIn(.position(0)))], .likely),
        document, .nodeCallback,
      ]),
    CallModel(
      """
      {mongodb.collection,mongoose.Document,*.collection()}.{insertOne,insertMany,insert,save,create,\
      bulkWrite}
      """,
      effects: [
        .into(.massAssignment, .position(0), when: [.structured(.position(0))], .likely), .clean,
        .nodeCallback,
      ]),
    CallModel(
      "mongoose.Document",
      effects: [.into(.massAssignment, .position(0), when: [.structured(.position(0))], .possible)]),
    CallModel("*.$where", effects: [.into(.nosql, .position(0), .likely)]),
    CallModel(
      "*.find().{toArray,next,sort,limit,skip,project,exec,lean,populate,select}", "*.aggregate().toArray",
      """
      {mongoose.Document,*.collection()}.{find,findOne,findById,aggregate}().{exec,lean,populate,select,\
      sort}
      """,
      "*.find().{sort,limit,skip}().toArray", effects: [.keepsReceiver]),
    CallModel(
      "{mongodb.ObjectId,mongodb.ObjectID,bson.ObjectId,mongoose.Types.ObjectId,mongoose.mongo.ObjectId}",
      effects: [.escapes(.position(0), for: .nosql, .sql, .osCommand, .filePath)]),
    CallModel(
      "{mongo-sanitize,express-mongo-sanitize.sanitize,mongodb-sanitize}",
      effects: [.escapes(.position(0), for: .nosql)]),
    CallModel("mongodb.Code", effects: [.into(.codeExecution, .position(0))]),
    CallModel(
      "{nano,@cloudant/cloudant,pouchdb}().{find,use().find}",
      effects: [.into(.nosql, .position(0), when: [.structured(.position(0))], .likely), document]),
  ]

  private static let caches: [CallModel] = [
    CallModel(
      """
      {redis.createClient,ioredis,ioredis.Redis,ioredis.default,@upstash/redis.Redis}().{get,hget,hGet,\
      hgetall,hGetAll,lrange,smembers,lpop,rpop,mget}
      """,
      effects: [.result(.stored("a value of Redis")), .nodeCallback]),
    CallModel(
      "{redis.createClient,ioredis,ioredis.Redis}().{eval,send_command,sendCommand}",
      effects: [.into(.codeExecution, .position(0), .likely), .nodeCallback]),
    CallModel(
      """
      {redis.createClient,ioredis,ioredis.Redis,@upstash/redis.Redis}().{set,hset,hSet,setex,setEx,lpush,\
      rpush,expire,incr,del,exists,publish,quit,connect,disconnect}
      """,
      effects: [.clean, .nodeCallback]),
    CallModel(
      "mongodb.collection.doc().get", "mongodb.collection.{where,orderBy,limit}().get",
      "firebase-admin.database().ref().once", effects: [document]),
  ]

  private static let search: [CallModel] = [
    CallModel(
      """
      {@elastic/elasticsearch.Client,elasticsearch.Client,\
      @opensearch-project/opensearch.Client}().{search,count,deleteByQuery,updateByQuery,msearch}
      """,
      effects: [
        .into(
          .nosql, .field(.position(0), "body"), when: [.structured(.field(.position(0), "body"))], .likely),
        .into(
          .nosql, .field(.position(0), "query"), when: [.structured(.field(.position(0), "query"))], .likely),
        .into(.nosql, .field(.position(0), "q"), .likely), .result(.stored("a document of an index")),
      ]),
    CallModel(
      "@azure/cosmos.CosmosClient().database().container().items.query", "*.items.query",
      effects: [
        .into(.sql, .position(0), when: [.text(.position(0))]),
        .into(.sql, .field(.position(0), "query")), .result(.stored("an item of a container")),
      ]),
  ]
}
