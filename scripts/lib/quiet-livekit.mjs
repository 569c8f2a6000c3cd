// To be imported before @livekit/rtc-node, whose log tells a terminal every detail unless it is in production.
process.env.NODE_ENV ??= "production";
