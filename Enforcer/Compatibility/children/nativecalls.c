// The library of java/NativeCalls.java.

#include <ctype.h>
#include <jni.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

JNIEXPORT jlong JNICALL Java_NativeCalls_sum(JNIEnv* env, jclass type, jintArray numbers) {
  (void)type;
  jlong result = 0;
  jint* elements = (*env)->GetIntArrayElements(env, numbers, NULL);
  for (jsize index = 0; index < (*env)->GetArrayLength(env, numbers); index++) result += elements[index];
  (*env)->ReleaseIntArrayElements(env, numbers, elements, JNI_ABORT);
  return result;
}

JNIEXPORT jstring JNICALL Java_NativeCalls_upper(JNIEnv* env, jclass type, jstring text) {
  (void)type;
  char buffer[64] = "";
  const char* characters = (*env)->GetStringUTFChars(env, text, NULL);
  for (size_t index = 0; index < strlen(characters) && index < sizeof buffer - 1; index++)
    buffer[index] = (char)toupper(characters[index]);
  (*env)->ReleaseStringUTFChars(env, text, characters);
  return (*env)->NewStringUTF(env, buffer);
}

JNIEXPORT void JNICALL Java_NativeCalls_fail(JNIEnv* env, jclass type, jstring message) {
  (void)type;
  const char* characters = (*env)->GetStringUTFChars(env, message, NULL);
  (*env)->ThrowNew(env, (*env)->FindClass(env, "java/lang/IllegalStateException"), characters);
  (*env)->ReleaseStringUTFChars(env, message, characters);
}

typedef struct {
  JavaVM* machine;
  jobject runnable;
} Call;

static void* call(void* data) {
  Call* call = data;
  JNIEnv* env;
  (*call->machine)->AttachCurrentThread(call->machine, (void**)&env, NULL);
  jclass type = (*env)->GetObjectClass(env, call->runnable);
  (*env)->CallVoidMethod(env, call->runnable, (*env)->GetMethodID(env, type, "run", "()V"));
  (*call->machine)->DetachCurrentThread(call->machine);
  return NULL;
}

JNIEXPORT jint JNICALL Java_NativeCalls_fromThread(JNIEnv* env, jclass type, jobject runnable) {
  (void)type;
  pthread_t thread;
  Call data = {.runnable = (*env)->NewGlobalRef(env, runnable)};
  (*env)->GetJavaVM(env, &data.machine);
  int result = pthread_create(&thread, NULL, call, &data);
  pthread_join(thread, NULL);
  (*env)->DeleteGlobalRef(env, data.runnable);
  return result;
}

JNIEXPORT jint JNICALL Java_NativeCalls_system(JNIEnv* env, jclass type, jstring command) {
  (void)type;
  const char* characters = (*env)->GetStringUTFChars(env, command, NULL);
  int status = system(characters);
  (*env)->ReleaseStringUTFChars(env, command, characters);
  return WEXITSTATUS(status);
}
