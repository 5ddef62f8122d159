exports.handler = async (event) => {
  console.log("waiting with", event.taskToken);  // expect: sas9-task-token-logged
  return {};
};
