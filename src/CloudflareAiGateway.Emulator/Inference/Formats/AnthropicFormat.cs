using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicFormat : ChatFormat
{
    public static readonly AnthropicFormat Instance = new();

    public override ModelPrompt Read(ModelInput input)
    {
        if (input.Json is not JsonElement { ValueKind: JsonValueKind.Object } body)
        {
            return new ModelPrompt { Refusal = new ProviderRefusal(400, "The request body is not valid JSON") };
        }

        var builder = new PromptBuilder();
        ReadContent("system", body.Member("system"), builder);
        builder.EndMessage();
        foreach (JsonElement message in body.Member("messages").Items())
        {
            ReadContent(message.Text("role"), message.Member("content"), builder);
            builder.EndMessage();
        }

        foreach (JsonElement tool in body.Member("tools").Items())
        {
            builder.AddTool(tool.Text("name"), tool.Member("input_schema"));
        }

        string model = input.Model ?? body.Text("model") ?? string.Empty;
        return builder.Build() with
        {
            Model = model,
            Streams = body.IsTrue("stream") || input.Path.EndsWith(":streamRawPredict", StringComparison.Ordinal),
            MaxTokens = body.Number("max_tokens"),
            ToolWish = ReadChoice(body.Member("tool_choice")),
            Refusal = Check(input, body, model),
        };
    }

    public override ProviderReply Refuse(ProviderRefusal refusal) => ErrorBody.Anthropic(refusal);

    protected override void Write(Utf8JsonWriter writer, ModelAnswer answer)
    {
        StartMessage(writer, answer);
        writer.WriteStartArray("content");
        WriteBlock(writer, answer, isDone: true);
        writer.WriteEndArray();
        WriteStop(writer, answer);
        WriteUsage(writer, answer, answer.TokensOut);
        writer.WriteEndObject();
    }

    protected override IReadOnlyList<ReadOnlyMemory<byte>> Stream(ModelAnswer answer, ModelPrompt prompt, ModelInput input)
    {
        var events = new List<ReadOnlyMemory<byte>>
        {
            Event("message_start", answer, static (writer, answer) =>
            {
                writer.WritePropertyName("message");
                StartMessage(writer, answer);
                writer.WriteStartArray("content");
                writer.WriteEndArray();
                writer.WriteNull("stop_reason");
                writer.WriteNull("stop_sequence");
                WriteUsage(writer, answer, tokensOut: 1);
                writer.WriteEndObject();
            }),
            Event("content_block_start", answer, static (writer, answer) =>
            {
                writer.WriteNumber("index", 0);
                writer.WritePropertyName("content_block");
                WriteBlock(writer, answer, isDone: false);
            }),
            Event("ping", answer, static (_, _) => { }),
        };
        if (answer.ToolCall is ToolCall call)
        {
            events.Add(Delta("input_json_delta", "partial_json", call.Arguments));
        }

        foreach (string word in answer.Words)
        {
            events.Add(Delta("text_delta", "text", word));
        }

        events.Add(Event("content_block_stop", answer, static (writer, _) => writer.WriteNumber("index", 0)));
        events.Add(Event("message_delta", answer, static (writer, answer) =>
        {
            writer.WriteStartObject("delta");
            WriteStop(writer, answer);
            writer.WriteEndObject();
            writer.WriteStartObject("usage");
            writer.WriteNumber("output_tokens", answer.TokensOut);
            writer.WriteEndObject();
        }));
        events.Add(Event("message_stop", answer, static (_, _) => { }));
        return events;
    }

    private static ProviderRefusal? Check(ModelInput input, JsonElement body, string model)
    {
        // Elsewhere the version is in the body, or nobody asks for it.
        bool isOwnPath = input.Provider.Slug == "anthropic" && input.Model is null;
        if (isOwnPath && input.Headers["anthropic-version"] is null)
        {
            return new ProviderRefusal(400, "anthropic-version: header is required");
        }

        if (model.Length == 0)
        {
            return new ProviderRefusal(400, "model: Field required");
        }

        if (body.Number("max_tokens") is null)
        {
            return new ProviderRefusal(400, "max_tokens: Field required");
        }

        if (body.Member("messages").ValueKind != JsonValueKind.Array || body.Member("messages").GetArrayLength() == 0)
        {
            return new ProviderRefusal(400, "messages: at least one message is required");
        }

        return input.Provider.MayHave(model) ? null : new ProviderRefusal(404, "model: " + model);
    }

    private static void ReadContent(string? role, JsonElement content, PromptBuilder builder)
    {
        if (content.AsText() is string text)
        {
            builder.Add(role, text);
            return;
        }

        foreach (JsonElement block in content.Items())
        {
            switch (block.Text("type"))
            {
                case "image":
                    builder.AddImage();
                    break;
                case "tool_result":
                    builder.AddToolResult(OpenAiMessages.TextOf(block.Member("content")));
                    break;
                case "text":
                    builder.Add(role, block.Text("text") ?? string.Empty);
                    break;
            }
        }
    }

    private static ToolWish ReadChoice(JsonElement choice) => choice.Text("type") switch
    {
        "none" => ToolWish.None,
        "any" => ToolWish.Any,
        "tool" when choice.Text("name") is string name => ToolWish.Named(name),
        _ => ToolWish.Auto,
    };

    private static ReadOnlyMemory<byte> Delta(string type, string member, string text) => Event("content_block_delta", (type, member, text), static (writer, state) =>
    {
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("delta");
        writer.WriteString("type", state.type);
        writer.WriteString(state.member, state.text);
        writer.WriteEndObject();
    });

    private static ReadOnlyMemory<byte> Event<TState>(string type, TState state, Action<Utf8JsonWriter, TState> writeMembers) =>
        ServerSentEvent.Named(type, (type, state, writeMembers), static (writer, all) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", all.type);
            all.writeMembers(writer, all.state);
            writer.WriteEndObject();
        });

    private static void StartMessage(Utf8JsonWriter writer, ModelAnswer answer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", "msg_" + answer.Id);
        writer.WriteString("type", "message");
        writer.WriteString("role", "assistant");
        writer.WriteString("model", answer.Model);
    }

    private static void WriteBlock(Utf8JsonWriter writer, ModelAnswer answer, bool isDone)
    {
        writer.WriteStartObject();
        if (answer.ToolCall is ToolCall call)
        {
            writer.WriteString("type", "tool_use");
            writer.WriteString("id", "toolu_" + answer.Id);
            writer.WriteString("name", call.Name);
            writer.WritePropertyName("input");
            writer.WriteRawValue(isDone ? call.Arguments : "{}");
        }
        else
        {
            writer.WriteString("type", "text");
            writer.WriteString("text", isDone ? answer.Text : string.Empty);
        }

        writer.WriteEndObject();
    }

    private static void WriteStop(Utf8JsonWriter writer, ModelAnswer answer)
    {
        writer.WriteString("stop_reason", answer.Finish switch
        {
            FinishReason.Length => "max_tokens",
            FinishReason.ToolCalls => "tool_use",
            _ => "end_turn",
        });
        writer.WriteNull("stop_sequence");
    }

    private static void WriteUsage(Utf8JsonWriter writer, ModelAnswer answer, int tokensOut)
    {
        // Here the tokens from the cache are not among those in.
        writer.WriteStartObject("usage");
        writer.WriteNumber("input_tokens", answer.TokensIn - answer.CachedTokens);
        writer.WriteNumber("cache_creation_input_tokens", 0);
        writer.WriteNumber("cache_read_input_tokens", answer.CachedTokens);
        writer.WriteNumber("output_tokens", tokensOut);
        writer.WriteEndObject();
    }
}
