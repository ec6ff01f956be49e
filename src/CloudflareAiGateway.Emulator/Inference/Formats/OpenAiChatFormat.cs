using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>OpenAI's chat completions, which most providers have, too.</summary>
internal sealed class OpenAiChatFormat : ChatFormat
{
    public static readonly OpenAiChatFormat Instance = new();

    public override ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Refusal = OpenAiRefusals.NotJson };
        }

        var builder = new PromptBuilder();
        OpenAiMessages.Read(body.Member("messages"), builder);
        OpenAiMessages.ReadTools(body.Member("tools"), builder);
        JsonElement format = body.Member("response_format");
        string? model = input.Model ?? body.Text("model");
        bool hasMessages = body.Member("messages").ValueKind == JsonValueKind.Array && body.Member("messages").GetArrayLength() > 0;
        return builder.Build() with
        {
            Model = model ?? string.Empty,
            Streams = body.IsTrue("stream"),
            IncludesUsage = body.Member("stream_options").IsTrue("include_usage"),
            MaxTokens = body.Number("max_completion_tokens") ?? body.Number("max_tokens"),
            ToolWish = OpenAiMessages.ReadChoice(body.Member("tool_choice")),
            WantsJson = format.Text("type") is "json_object" or "json_schema",
            JsonSchema = format.Member("json_schema").Member("schema"),
            Refusal = OpenAiRefusals.Check(input.Provider, model, hasMessages ? null : "messages"),
        };
    }

    public override ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);

    protected override void Write(Utf8JsonWriter writer, ModelAnswer answer)
    {
        StartObject(writer, answer, "chat.completion");
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        if (answer.ToolCall is null)
        {
            writer.WriteString("content", answer.Text);
        }
        else
        {
            writer.WriteNull("content");
            WriteToolCall(writer, answer.ToolCall, withIndex: false);
        }

        writer.WriteNull("refusal");
        writer.WriteEndObject();
        writer.WriteNull("logprobs");
        writer.WriteString("finish_reason", Finish(answer.Finish));
        writer.WriteEndObject();
        writer.WriteEndArray();
        WriteUsage(writer, answer);
        writer.WriteEndObject();
    }

    protected override IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input)
    {
        var events = new List<ReadOnlyMemory<byte>>
        {
            Chunk(answer, static (writer, answer) =>
            {
                writer.WriteString("role", "assistant");
                if (answer.ToolCall is null)
                {
                    writer.WriteString("content", string.Empty);
                }
                else
                {
                    WriteToolCall(writer, answer.ToolCall, withIndex: true);
                }
            }),
        };
        foreach (string word in answer.Words)
        {
            events.Add(Chunk(answer, (writer, _) => writer.WriteString("content", word)));
        }

        events.Add(Chunk(answer, static (_, _) => { }, Finish(answer.Finish)));
        if (prompt.IncludesUsage)
        {
            events.Add(ServerSentEvent.Data(answer, static (writer, answer) =>
            {
                StartObject(writer, answer, "chat.completion.chunk");
                writer.WriteStartArray("choices");
                writer.WriteEndArray();
                WriteUsage(writer, answer);
                writer.WriteEndObject();
            }));
        }

        events.Add(ServerSentEvent.Done);
        return events;
    }

    private static ReadOnlyMemory<byte> Chunk(ModelAnswer answer, Action<Utf8JsonWriter, ModelAnswer> writeDelta, string? finish = null) =>
        ServerSentEvent.Data((answer, writeDelta, finish), static (writer, state) =>
        {
            StartObject(writer, state.answer, "chat.completion.chunk");
            writer.WriteStartArray("choices");
            writer.WriteStartObject();
            writer.WriteNumber("index", 0);
            writer.WriteStartObject("delta");
            state.writeDelta(writer, state.answer);
            writer.WriteEndObject();
            writer.WriteNull("logprobs");
            writer.WriteString("finish_reason", state.finish);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private static void StartObject(Utf8JsonWriter writer, ModelAnswer answer, string kind)
    {
        writer.WriteStartObject();
        writer.WriteString("id", "chatcmpl-" + answer.Id);
        writer.WriteString("object", kind);
        writer.WriteNumber("created", answer.Created);
        writer.WriteString("model", answer.Model);
    }

    private static void WriteToolCall(Utf8JsonWriter writer, ToolCall call, bool withIndex)
    {
        writer.WriteStartArray("tool_calls");
        writer.WriteStartObject();
        if (withIndex)
        {
            writer.WriteNumber("index", 0);
        }

        writer.WriteString("id", call.Id);
        writer.WriteString("type", "function");
        writer.WriteStartObject("function");
        writer.WriteString("name", call.Name);
        writer.WriteString("arguments", call.Arguments);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteUsage(Utf8JsonWriter writer, ModelAnswer answer)
    {
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", answer.TokensIn);
        writer.WriteNumber("completion_tokens", answer.TokensOut);
        writer.WriteNumber("total_tokens", answer.TokensIn + answer.TokensOut);
        writer.WriteStartObject("prompt_tokens_details");
        writer.WriteNumber("cached_tokens", answer.CachedTokens);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Finish(FinishReason reason) => reason switch
    {
        FinishReason.Length => "length",
        FinishReason.ToolCalls => "tool_calls",
        _ => "stop",
    };
}
