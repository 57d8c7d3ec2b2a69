package org.ara.module;

/** The order in which modules start ({@code spec/voicemail-queues-loader.md} 3.2), first first. */
public enum LoadPriority {
  REALTIME_DEPEND,
  REALTIME_DRIVER,
  CORE,
  CHANNEL_DEPEND,
  CHANNEL_DRIVER,
  APP_DEPEND,
  DEFAULT,
  DEVSTATE_CONSUMER
}
