// The vendors' own libraries against the twin's gateway host: what they parse is what the providers' APIs send. Prints one line for each check.
import assert from "node:assert/strict";
import Anthropic from "@anthropic-ai/sdk";
import { createOpenAI } from "@ai-sdk/openai";
import { GoogleGenAI } from "@google/genai";
import { embed, streamText } from "ai";
import OpenAI from "openai";

const headers = { "cf-aig-authorization": `Bearer ${process.env.CF_AIG_TOKEN}` };
const at = (path) => `${process.env.GATEWAY_URL}/${path}`;
const openai = new OpenAI({ baseURL: at("openai"), apiKey: "openai-key", defaultHeaders: headers, maxRetries: 0 });
const anthropic = new Anthropic({ baseURL: at("anthropic"), apiKey: "anthropic-key", defaultHeaders: headers, maxRetries: 0 });
const google = new GoogleGenAI({ apiKey: "gemini-key", httpOptions: { baseUrl: at("google-ai-studio"), headers } });
const vercel = createOpenAI({ baseURL: at("openai"), apiKey: "openai-key", headers });

const messages = [{ role: "user", content: "Grüezi mitenand" }];
const city = { type: "object", properties: { city: { type: "string" } } };
const join = async (stream, text) => {
  let all = "";
  for await (const piece of stream) all += text(piece) ?? "";
  return all;
};

const checks = {
  "OpenAI streams a chat, with its tokens": async () => {
    let usage;
    const stream = await openai.chat.completions.create({ model: "gpt-5-mini", messages, stream: true, stream_options: { include_usage: true } });
    const text = await join(stream, (chunk) => {
      usage = chunk.usage ?? usage;
      return chunk.choices[0]?.delta?.content;
    });
    assert.equal(text, "gpt-5-mini: Grüezi mitenand");
    assert.ok(usage.total_tokens > 2);
  },
  "OpenAI puts a streamed tool call together": async () => {
    const tools = [{ type: "function", function: { name: "weather", parameters: city } }];
    const stream = openai.chat.completions.stream({ model: "gpt-5-mini", messages: [{ role: "user", content: "Use weather" }], tools });
    const call = (await stream.finalChatCompletion()).choices[0].message.tool_calls[0].function;
    assert.equal(call.name, "weather");
    assert.equal(typeof JSON.parse(call.arguments).city, "string");
  },
  "OpenAI streams a response": async () => {
    const events = await openai.responses.create({ model: "gpt-5-mini", input: "hi", stream: true });
    assert.equal(await join(events, (e) => (e.type === "response.output_text.delta" ? e.delta : "")), "gpt-5-mini: hi");
  },
  "OpenAI reads embeddings, which it asks for in base64": async () => {
    const answer = await openai.embeddings.create({ model: "text-embedding-3-small", input: ["a", "b"], dimensions: 8 });
    assert.deepEqual(answer.data.map((d) => d.embedding.length), [8, 8]);
  },
  "OpenAI lists models": async () => assert.ok((await openai.models.list()).data.length > 1),
  "OpenAI gets speech": async () => {
    const speech = await openai.audio.speech.create({ model: "gpt-4o-mini-tts", voice: "alloy", input: "hi" });
    assert.ok((await speech.arrayBuffer()).byteLength > 100);
  },
  "OpenAI makes its own error of a refusal": async () =>
    assert.rejects(openai.chat.completions.create({ messages }), (e) => e instanceof OpenAI.BadRequestError),
  "Anthropic streams a message, with its tokens": async () => {
    const message = await anthropic.messages.stream({ model: "claude-haiku-4-5", max_tokens: 50, messages }).finalMessage();
    assert.equal(message.content[0].text, "claude-haiku-4-5: Grüezi mitenand");
    assert.ok(message.usage.output_tokens > 1);
  },
  "Anthropic wants a tool called": async () => {
    const tools = [{ name: "weather", input_schema: city }];
    const message = await anthropic.messages.create({ model: "claude-haiku-4-5", max_tokens: 50, messages: [{ role: "user", content: "Use weather" }], tools });
    assert.equal(message.stop_reason, "tool_use");
    assert.equal(typeof message.content[0].input.city, "string");
  },
  "Google streams contents": async () => {
    const stream = await google.models.generateContentStream({ model: "gemini-2.5-flash", contents: "Grüezi mitenand" });
    assert.equal(await join(stream, (chunk) => chunk.text), "gemini-2.5-flash: Grüezi mitenand");
  },
  "Vercel AI streams a chat and a response": async () => {
    for (const model of [vercel.chat("gpt-5-mini"), vercel("gpt-5-mini")]) {
      assert.equal(await join(streamText({ model, prompt: "hi" }).textStream, (text) => text), "gpt-5-mini: hi");
    }
  },
  "Vercel AI reads an embedding": async () => {
    const { embedding } = await embed({ model: vercel.embedding("text-embedding-3-small"), value: "a" });
    assert.equal(embedding.length, 1536);
  },
};

globalThis.AI_SDK_LOG_WARNINGS = false;
for (const [name, check] of Object.entries(checks)) {
  try {
    await check();
    console.log(`Passed: ${name}.`);
  } catch (error) {
    console.log(`Failed: ${name}: ${String(error.message).replaceAll("\n", " ")}`);
  }
}
