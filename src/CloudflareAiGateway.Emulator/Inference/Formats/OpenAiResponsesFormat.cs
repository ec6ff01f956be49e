using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>OpenAI's responses.</summary>
internal sealed class OpenAiResponsesFormat : ChatFormat
{
    public static readonly OpenAiResponsesFormat Instance = new();

    public override ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Refusal = OpenAiRefusals.NotJson };
        }

        var builder = new PromptBuilder();
        if (body.Text("instructions") is string instructions)
        {
            builder.Add("system", instructions);
        }

        ReadInput(body.Member("input"), builder);
        OpenAiMessages.ReadTools(body.Member("tools"), builder);
        JsonElement format = body.Member("text").Member("format");
        string? model = input.Model ?? body.Text("model");
        bool hasInput = body.Member("input").ValueKind is JsonValueKind.String or JsonValueKind.Array;
        return builder.Build() with
        {
            Model = model ?? string.Empty,
            Streams = body.IsTrue("stream"),
            MaxTokens = body.Number("max_output_tokens"),
            ToolWish = OpenAiMessages.ReadChoice(body.Member("tool_choice")),
            WantsJson = format.Text("type") is "json_object" or "json_schema",
            JsonSchema = format.Member("schema"),
            Refusal = OpenAiRefusals.Check(input.Provider, model, hasInput ? null : "input"),
        };
    }

    public override ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.OpenAi(refusal);

    protected override void Write(Utf8JsonWriter writer, ModelAnswer answer) => WriteResponse(writer, answer, isDone: true);

    protected override IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input)
    {
        var stream = new ResponseStream();
        stream.Add("response.created", writer => WriteResponseMember(writer, answer, isDone: false));
        stream.Add("response.in_progress", writer => WriteResponseMember(writer, answer, isDone: false));
        stream.Add("response.output_item.added", writer => WriteItemMember(writer, answer, isDone: false));
        if (answer.ToolCall is ToolCall call)
        {
            stream.AddPart("response.function_call_arguments.delta", "fc_" + answer.Id, writer => writer.WriteString("delta", call.Arguments), isContent: false);
            stream.AddPart("response.function_call_arguments.done", "fc_" + answer.Id, writer => writer.WriteString("arguments", call.Arguments), isContent: false);
        }
        else
        {
            AddText(stream, answer);
        }

        stream.Add("response.output_item.done", writer => WriteItemMember(writer, answer, isDone: true));
        string end = answer.Finish == FinishReason.Length ? "response.incomplete" : "response.completed";
        stream.Add(end, writer => WriteResponseMember(writer, answer, isDone: true));
        return stream.Events;
    }

    private static void AddText(ResponseStream stream, ModelAnswer answer)
    {
        string id = "msg_" + answer.Id;
        stream.AddPart("response.content_part.added", id, static writer => WritePartMember(writer, string.Empty));
        foreach (string word in answer.Words)
        {
            stream.AddPart("response.output_text.delta", id, writer => writer.WriteString("delta", word));
        }

        stream.AddPart("response.output_text.done", id, writer => writer.WriteString("text", answer.Text));
        stream.AddPart("response.content_part.done", id, writer => WritePartMember(writer, answer.Text));
    }

    private static void ReadInput(JsonElement input, PromptBuilder builder)
    {
        if (input.AsText() is string text)
        {
            builder.Add("user", text);
        }

        foreach (JsonElement item in input.Items())
        {
            if (item.Text("type") == "function_call_output")
            {
                builder.AddToolResult(OpenAiMessages.TextOf(item.Member("output")));
            }
            else
            {
                OpenAiMessages.ReadMessage(item, builder);
            }
        }
    }

    private static void WriteResponseMember(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        writer.WritePropertyName("response");
        WriteResponse(writer, answer, isDone);
    }

    private static void WriteResponse(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        writer.WriteStartObject();
        writer.WriteString("id", "resp_" + answer.Id);
        writer.WriteString("object", "response");
        writer.WriteNumber("created_at", answer.Created);
        writer.WriteString("status", !isDone ? "in_progress" : answer.Finish == FinishReason.Length ? "incomplete" : "completed");
        writer.WriteNull("error");
        writer.WritePropertyName("incomplete_details");
        if (isDone && answer.Finish == FinishReason.Length)
        {
            writer.WriteStartObject();
            writer.WriteString("reason", "max_output_tokens");
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteString("model", answer.Model);
        writer.WriteStartArray("output");
        if (isDone)
        {
            WriteItem(writer, answer, isDone);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("usage");
        WriteUsage(writer, answer, isDone);
        writer.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        if (!isDone)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteNumber("input_tokens", answer.TokensIn);
        writer.WriteStartObject("input_tokens_details");
        writer.WriteNumber("cached_tokens", answer.CachedTokens);
        writer.WriteEndObject();
        writer.WriteNumber("output_tokens", answer.TokensOut);
        writer.WriteStartObject("output_tokens_details");
        writer.WriteNumber("reasoning_tokens", 0);
        writer.WriteEndObject();
        writer.WriteNumber("total_tokens", answer.TokensIn + answer.TokensOut);
        writer.WriteEndObject();
    }

    private static void WriteItemMember(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        writer.WriteNumber("output_index", 0);
        writer.WritePropertyName("item");
        WriteItem(writer, answer, isDone);
    }

    private static void WriteItem(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        writer.WriteStartObject();
        if (answer.ToolCall is ToolCall call)
        {
            writer.WriteString("type", "function_call");
            writer.WriteString("id", "fc_" + answer.Id);
            writer.WriteString("call_id", call.Id);
            writer.WriteString("name", call.Name);
            writer.WriteString("arguments", isDone ? call.Arguments : string.Empty);
        }
        else
        {
            writer.WriteString("type", "message");
            writer.WriteString("id", "msg_" + answer.Id);
            writer.WriteString("role", "assistant");
            writer.WriteStartArray("content");
            if (isDone)
            {
                WritePart(writer, answer.Text);
            }

            writer.WriteEndArray();
        }

        writer.WriteString("status", isDone ? "completed" : "in_progress");
        writer.WriteEndObject();
    }

    private static void WritePartMember(Utf8JsonWriter writer, string text)
    {
        writer.WritePropertyName("part");
        WritePart(writer, text);
    }

    private static void WritePart(Utf8JsonWriter writer, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "output_text");
        writer.WriteString("text", text);
        writer.WriteStartArray("annotations");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
