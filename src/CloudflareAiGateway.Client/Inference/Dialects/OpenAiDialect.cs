using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>OpenAI's chat completions. Workers AI's own frame around them (<c>result</c>, <c>response</c>) is understood as well.</summary>
internal sealed class OpenAiDialect : IChatDialect
{
    /// <summary>Providers whose documentation has <c>stream_options</c>; others count tokens unasked, or refuse members that they do not know.</summary>
    private static readonly HashSet<string> s_countOnRequest = new(StringComparer.Ordinal) { "openai", "deepseek", "openrouter", "workers-ai" };

    private const string WholeMember = "message";

    /// <inheritdoc/>
    public JsonObject Write(ChatRequest request, bool stream)
    {
        var body = new JsonObject { ["model"] = request.Choice.Model, ["messages"] = OpenAiMessages.Write(request.Messages) };
        string? provider = request.Choice.Provider?.Slug;
        if (request.MaxTokens is int most)
        {
            // OpenAI's newer models refuse the older name.
            body[provider == "openai" ? "max_completion_tokens" : "max_tokens"] = most;
        }

        if (request.Temperature is double temperature)
        {
            body["temperature"] = temperature;
        }

        if (request.Tools.Count > 0)
        {
            body["tools"] = Tools(request.Tools);
        }

        if (request.Format is { IsJson: true } format)
        {
            body["response_format"] = Format(format);
        }

        if (stream)
        {
            body["stream"] = true;
            if (provider is not null && s_countOnRequest.Contains(provider))
            {
                body["stream_options"] = new JsonObject { ["include_usage"] = true };
            }
        }

        return body;
    }

    /// <inheritdoc/>
    public ChatPiece Read(JsonElement answer) => ReadPiece(answer, WholeMember) ?? new ChatPiece();

    /// <inheritdoc/>
    public ChatPiece? ReadEvent(string? name, JsonElement data) => ReadPiece(data, "delta");

    private static ChatPiece? ReadPiece(JsonElement data, string member)
    {
        JsonElement root = data.Object("result") ?? data;
        var piece = new ChatPiece { Model = root.Text("model") };
        if (root.TryGetProperty("error", out JsonElement error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String or JsonValueKind.Array)
        {
            piece.Error = ErrorOf(root);
            return piece;
        }

        bool first = true;
        foreach (JsonElement choice in root.Items("choices"))
        {
            // Further answers of one stream come in events of their own.
            if (first)
            {
                first = false;
                ReadChoice(choice, member, piece);
            }
        }

        if (first)
        {
            // Workers AI's own shape.
            piece.Text = root.Text("response") ?? string.Empty;
            ReadTools(root, member, piece);
        }

        piece.Usage = Usage(root.Object("usage") ?? root.Object("x_groq")?.Object("usage"));
        return piece;
    }

    private static void ReadChoice(JsonElement choice, string member, ChatPiece piece)
    {
        piece.Index = (int)(choice.Number("index") ?? 0);
        piece.FinishReason = FinishReasons.Of(choice.Text("finish_reason"));
        if ((choice.Object(member) ?? choice.Object("message")) is JsonElement message)
        {
            piece.Text = message.Text("content") ?? Joined(message) ?? message.Text("refusal") ?? string.Empty;
            piece.Reasoning = message.Text("reasoning_content") ?? message.Text("reasoning");
            ReadTools(message, member, piece);
        }
    }

    /// <summary>Some providers give the content as a list of parts.</summary>
    private static string? Joined(JsonElement message)
    {
        string? text = null;
        foreach (JsonElement part in message.Items("content"))
        {
            text += part.Text("text");
        }

        return text;
    }

    private static void ReadTools(JsonElement message, string member, ChatPiece piece)
    {
        foreach (JsonElement call in message.Items("tool_calls"))
        {
            JsonElement function = call.Object("function") ?? call;
            string arguments = function.Text("arguments") ?? function.Object("arguments")?.GetRawText() ?? string.Empty;
            piece.ToolCalls.Add(new AiGatewayToolCall
            {
                Id = call.Text("id") ?? string.Empty,
                Name = function.Text("name") ?? string.Empty,
                Arguments = arguments,

                // In a stream they come bit by bit.
                Input = member == WholeMember ? JsonReading.Parse(arguments) : null,
            });
        }
    }

    private static AiGatewayTokenUsage? Usage(JsonElement? usage) => usage is not JsonElement tokens ? null : new AiGatewayTokenUsage
    {
        InputTokens = tokens.Number("prompt_tokens") ?? tokens.Number("input_tokens"),
        OutputTokens = tokens.Number("completion_tokens") ?? tokens.Number("output_tokens"),
        CachedTokens = tokens.Object("prompt_tokens_details")?.Number("cached_tokens") ?? tokens.Number("prompt_cache_hit_tokens"),
        TotalTokens = tokens.Number("total_tokens"),
    };

    private static ApiError ErrorOf(JsonElement root)
    {
        IReadOnlyList<ApiError> errors = ErrorBody.Read(JsonSerializer.SerializeToUtf8Bytes(root), static text => text).Errors;
        return errors.Count > 0 ? errors[0] : new ApiError(null, "no text");
    }

    private static JsonArray Tools(IReadOnlyList<ChatTool> tools)
    {
        var list = new JsonArray();
        foreach (ChatTool tool in tools)
        {
            list.Add(new JsonObject { ["type"] = "function", ["function"] = ToolJson.Write(tool, "parameters") });
        }

        return list;
    }

    private static JsonObject Format(ChatFormat format)
    {
        if (format.Schema is null)
        {
            return new JsonObject { ["type"] = "json_object" };
        }

        var schema = new JsonObject { ["name"] = format.Name, ["schema"] = ToolJson.Schema(format.Schema) };
        if (format.Strict is bool strict)
        {
            schema["strict"] = strict;
        }

        return new JsonObject { ["type"] = "json_schema", ["json_schema"] = schema };
    }
}
