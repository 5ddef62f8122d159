/// Stores and messages of Azure and Google Cloud.
enum OtherClouds {
  static let python: [CallModel] = pythonGoogle + pythonAzure
  static let node: [CallModel] = nodeGoogle + nodeAzure

  private static let object = CallModel.Effect.result(.stored("an object of a bucket"))
  private static let secret = CallModel.Effect.result(.secret("a secret of a secret store"))

  private static func resource(_ selector: Selector, _ detail: String) -> CallModel.Effect {
    .into(.cloudResource, selector, detail: detail)
  }

  private static let pythonGoogle: [CallModel] = [
    CallModel(
      "google.cloud.storage.Client().{bucket,get_bucket}",
      effects: [.makes("google.bucket"), resource(.argument(0, "bucket_name"), "bucket_name")]),
    CallModel(
      "google.bucket.{blob,get_blob}",
      effects: [.makes("google.blob"), .into(.cloudKey, .argument(0, "blob_name"), detail: "blob_name")]),
    CallModel(
      "google.blob.{download_as_string,download_as_bytes,download_as_text,open}", effects: [object]),
    CallModel(
      "google.blob.{upload_from_string,upload_from_file}",
      effects: [.into(.cloudPayload, .argument(0, "data"), detail: "data"), .clean]),
    CallModel(
      "google.blob.{download_to_filename,upload_from_filename}",
      effects: [.into(.filePath, .argument(0, "filename")), .clean]),
    CallModel(
      "google.cloud.pubsub_v1.PublisherClient().publish",
      effects: [
        resource(.argument(0, "topic"), "topic"), .into(.cloudPayload, .argument(1, "data"), detail: "data"),
        .clean,
      ]),
    CallModel(
      "google.cloud.secretmanager.SecretManagerServiceClient().access_secret_version", effects: [secret]),
  ]

  private static let pythonAzure: [CallModel] = [
    CallModel(
      "azure.storage.blob.{BlobServiceClient(),BlobServiceClient.from_connection_string()}.get_blob_client",
      effects: [
        .makes("azure.blob"), resource(.argument(0, "container"), "container"),
        .into(.cloudKey, .argument(1, "blob"), detail: "blob"),
      ]),
    CallModel(
      """
      azure.storage.blob.{BlobServiceClient(),\
      BlobServiceClient.from_connection_string()}.get_container_client
      """,
      effects: [.makes("azure.container"), resource(.argument(0, "container"), "container")]),
    CallModel(
      "azure.container.get_blob_client",
      effects: [.makes("azure.blob"), .into(.cloudKey, .argument(0, "blob"), detail: "blob")]),
    CallModel(
      "azure.blob.download_blob", "azure.container.download_blob",
      "azure.blob.download_blob().{readall,content_as_text}", effects: [object]),
    CallModel(
      "azure.blob.upload_blob", effects: [.into(.cloudPayload, .argument(0, "data"), detail: "data"), .clean]),
    CallModel(
      "azure.keyvault.secrets.SecretClient().get_secret",
      effects: [secret, resource(.argument(0, "name"), "name")]),
  ]

  private static let nodeGoogle: [CallModel] = [
    CallModel(
      "@google-cloud/storage.Storage().bucket", "firebase-admin.storage().bucket",
      effects: [.makes("google.bucket"), resource(.position(0), "bucket")]),
    CallModel(
      "google.bucket.file", effects: [.makes("google.file"), .into(.cloudKey, .position(0), detail: "file")]),
    CallModel("google.file.{download,createReadStream}", effects: [object, .nodeCallback]),
    CallModel(
      "google.file.save",
      effects: [.into(.cloudPayload, .position(0), detail: "data"), .clean, .nodeCallback]),
    CallModel("google.bucket.upload", effects: [.into(.filePath, .position(0)), .clean, .nodeCallback]),
    CallModel(
      "@google-cloud/pubsub.PubSub().topic",
      effects: [.makes("google.topic"), resource(.position(0), "topic")]),
    CallModel(
      "google.topic.{publish,publishMessage,publishJSON}",
      effects: [.into(.cloudPayload, .anywhereIn(.position(0)), detail: "data"), .clean]),
    CallModel(
      "@google-cloud/secret-manager.SecretManagerServiceClient().accessSecretVersion", effects: [secret]),
  ]

  private static let nodeAzure: [CallModel] = [
    CallModel(
      "@azure/storage-blob.{BlobServiceClient(),BlobServiceClient.fromConnectionString()}.getContainerClient",
      effects: [.makes("azure.container"), resource(.position(0), "container")]),
    CallModel(
      "azure.container.{getBlobClient,getBlockBlobClient}",
      effects: [.makes("azure.blob"), .into(.cloudKey, .position(0), detail: "blob")]),
    CallModel("azure.blob.{download,downloadToBuffer}", effects: [object]),
    CallModel(
      "azure.blob.{upload,uploadData}", effects: [.into(.cloudPayload, .position(0), detail: "data"), .clean]),
    CallModel("azure.blob.{downloadToFile,uploadFile}", effects: [.into(.filePath, .position(0)), .clean]),
    CallModel(
      "@azure/keyvault-secrets.SecretClient().getSecret", effects: [secret, resource(.position(0), "name")]),
  ]
}
