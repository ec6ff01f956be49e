using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Workers AI's own shape for models that write: an envelope around what they say.</summary>
internal sealed class WorkersAiTextFormat : ChatFormat
{
    public static readonly WorkersAiTextFormat Instance = new();

    public override ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Model = input.Model ?? string.Empty, Refusal = new ProviderRefusal(400, "Bad input: the body is not JSON") };
        }

        var builder = new PromptBuilder();
        OpenAiMessages.Read(body.Member("messages"), builder);
        if (body.Text("prompt") is string prompt)
        {
            builder.Add("user", prompt);
        }

        OpenAiMessages.ReadTools(body.Member("tools"), builder);
        JsonElement format = body.Member("response_format");
        bool hasPrompt = body.Member("messages").ValueKind == JsonValueKind.Array || body.Text("prompt") is not null;
        return builder.Build() with
        {
            Model = input.Model ?? string.Empty,
            Streams = body.IsTrue("stream"),
            MaxTokens = body.Number("max_tokens"),
            WantsJson = format.Text("type") is "json_object" or "json_schema",
            JsonSchema = format.Member("json_schema"),
            Refusal = WorkersAiModels.Check(input) ?? (hasPrompt ? null : new ProviderRefusal(400, "Bad input: required property 'prompt' or 'messages' is missing")),
        };
    }

    public override ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.WorkersAi(refusal);

    protected override void Write(Utf8JsonWriter writer, ModelAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("result");
        WriteMembers(writer, answer, answer.Text);
        writer.WriteEndObject();
        WorkersAiModels.WriteEnd(writer);
        writer.WriteEndObject();
    }

    protected override IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input)
    {
        var events = new List<ReadOnlyMemory<byte>>();
        foreach (string word in answer.Words)
        {
            events.Add(ServerSentEvent.Data(word, static (writer, word) =>
            {
                writer.WriteStartObject();
                writer.WriteString("response", word);
                writer.WriteEndObject();
            }));
        }

        events.Add(ServerSentEvent.Data(answer, static (writer, answer) =>
        {
            writer.WriteStartObject();
            WriteMembers(writer, answer, string.Empty);
            writer.WriteEndObject();
        }));
        events.Add(ServerSentEvent.Done);
        return events;
    }

    private static void WriteMembers(Utf8JsonWriter writer, ModelAnswer answer, string text)
    {
        writer.WriteString("response", text);
        if (answer.ToolCall is ToolCall call)
        {
            writer.WriteStartArray("tool_calls");
            writer.WriteStartObject();
            writer.WriteString("name", call.Name);
            writer.WritePropertyName("arguments");
            writer.WriteRawValue(call.Arguments);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", answer.TokensIn);
        writer.WriteNumber("completion_tokens", answer.TokensOut);
        writer.WriteNumber("total_tokens", answer.TokensIn + answer.TokensOut);
        writer.WriteEndObject();
    }
}
