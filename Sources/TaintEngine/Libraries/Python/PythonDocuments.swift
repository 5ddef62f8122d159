/// Document databases and searches.
enum PythonDocuments {
  static let calls: [CallModel] = mongo + search

  static let members: [MemberModel] = []

  /// A collection is reached through names and indexes, so the end of the path is what is known.
  private static let mongo: [CallModel] = [
    CallModel(
      """
      *.{find_one,find_one_and_update,find_one_and_delete,find_one_and_replace,count_documents,delete_one,\
      delete_many,update_one,update_many,replace_one}
      """,
      effects: filterEffects(.argument(0, "filter")) + [.result(.stored("a document of a database"))]),
    CallModel(
      "{pymongo.MongoClient(),motor.motor_asyncio.AsyncIOMotorClient()}.find",
      "*.{collection,coll,users,db}.find", "*.get_collection().find", "*.get_database().find",
      effects: filterEffects(.argument(0, "filter")) + [.result(.stored("a document of a database"))]),
    CallModel(
      "*.{aggregate,find_raw_batches}",
      effects: filterEffects(.argument(0, "pipeline")) + [.result(.stored("a document of a database"))]),
    CallModel(
      "*.{insert_one,insert_many}",
      effects: [
        .into(.massAssignment, .position(0), when: [.structured(.position(0))], .likely, detail: "document"),
        .clean,
      ]),
    CallModel(
      "*.{map_reduce,inline_map_reduce}", "bson.{Code,code.Code}",
      effects: [.into(.codeExecution, .allFrom(0), .likely)]),
    CallModel(
      "{bson.ObjectId,bson.objectid.ObjectId}",
      effects: [.escapes(.position(0), for: .nosql, .sql, .osCommand, .filePath)]),
    CallModel("*.objects", effects: [.into(.nosql, .named("__raw__"))]),
    CallModel("bson.{json_util.loads,decode,BSON().decode}", effects: [.parsesFirst]),
    CallModel("bson.json_util.dumps", effects: [.keepsFirst]),
    CallModel("re.escape", effects: [.escapes(.position(0), for: .regularExpression)]),
  ]

  private static func filterEffects(_ filter: Selector) -> [CallModel.Effect] {
    [
      .into(.nosql, .anywhereIn(filter), when: [.structured(.anywhereIn(filter))], .likely),
      .into(.nosql, .field(filter, "$where"), when: [.text(.field(filter, "$where"))]),
      .into(.nosql, .keys(filter), .likely),
    ]
  }

  private static let search: [CallModel] = [
    CallModel(
      """
      {elasticsearch.Elasticsearch,opensearchpy.OpenSearch,elasticsearch.AsyncElasticsearch}().{search,\
      count,delete_by_query,update_by_query,msearch}
      """,
      effects: [
        .into(.nosql, .named("body"), when: [.structured(.named("body"))], .likely),
        .into(.nosql, .named("query"), when: [.structured(.named("query"))], .likely),
        .into(.nosql, .named("q"), .likely), .result(.stored("a document of an index")),
      ]),
    CallModel(
      """
      {redis.Redis,redis.StrictRedis,redis.from_url,redis.Redis.from_url,redis.asyncio.Redis}().{get,hget,\
      hgetall,lrange,smembers,lpop,rpop,mget}
      """,
      effects: [.result(.stored("a value of Redis"))]),
    CallModel(
      "{redis.Redis,redis.StrictRedis,redis.from_url,redis.Redis.from_url,redis.asyncio.Redis}().eval",
      effects: [.into(.codeExecution, .position(0)), .clean]),
    CallModel(
      """
      {redis.Redis,redis.StrictRedis,redis.from_url,redis.Redis.from_url}().{set,hset,setex,lpush,rpush,\
      sadd,expire,incr,delete,exists,publish}
      """,
      effects: [.clean]),
    CallModel(
      "azure.cosmos.CosmosClient().get_database_client().get_container_client().query_items", "*.query_items",
      effects: [.into(.sql, .argument(0, "query")), .result(.stored("an item of a container"))]),
    CallModel(
      "firebase_admin.firestore.client().collection().document().get",
      effects: [.result(.stored("a document of a database"))]),
  ]
}
