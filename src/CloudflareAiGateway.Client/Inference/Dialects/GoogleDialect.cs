using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Google's generateContent. The model stands in the path; calls of tools have no ids there, so they get numbers.</summary>
internal sealed class GoogleDialect : IChatDialect
{
    private int _calls;

    /// <inheritdoc/>
    public JsonObject Write(ChatRequest request, bool stream)
    {
        var body = new JsonObject { ["contents"] = GoogleMessages.Write(request.Messages) };
        string system = MessageText.Instructions(request.Messages);
        if (system.Length > 0)
        {
            body["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = system }) };
        }

        JsonObject settings = Settings(request);
        if (settings.Count > 0)
        {
            body["generationConfig"] = settings;
        }

        if (request.Tools.Count > 0)
        {
            var declarations = new JsonArray();
            foreach (ChatTool tool in request.Tools)
            {
                declarations.Add(ToolJson.Write(tool, "parameters"));
            }

            body["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = declarations });
        }

        return body;
    }

    /// <inheritdoc/>
    public ChatPiece Read(JsonElement answer)
    {
        var piece = new ChatPiece { Model = answer.Text("modelVersion"), Usage = Usage(answer.Object("usageMetadata")) };
        if (answer.Object("error") is JsonElement error)
        {
            piece.Error = new ApiError((int?)error.Number("code"), error.Text("message") ?? "no text");
            return piece;
        }

        foreach (JsonElement candidate in answer.Items("candidates"))
        {
            ReadCandidate(candidate, piece);
            break;
        }

        if (piece.FinishReason is null && answer.Object("promptFeedback")?.Text("blockReason") is not null)
        {
            piece.FinishReason = "content_filter";
        }

        return piece;
    }

    /// <inheritdoc/>
    public ChatPiece? ReadEvent(string? name, JsonElement data) => Read(data);

    private void ReadCandidate(JsonElement candidate, ChatPiece piece)
    {
        piece.Index = (int)(candidate.Number("index") ?? 0);
        piece.FinishReason = FinishReasons.Of(candidate.Text("finishReason"));
        if (candidate.Object("content") is not JsonElement content)
        {
            return;
        }

        foreach (JsonElement part in content.Items("parts"))
        {
            if (part.Object("functionCall") is JsonElement call)
            {
                string arguments = call.Object("args")?.GetRawText() ?? "{}";
                piece.ToolCalls.Add(new AiGatewayToolCall
                {
                    Id = call.Text("id") ?? string.Create(CultureInfo.InvariantCulture, $"call_{_calls++}"),
                    Name = call.Text("name") ?? string.Empty,
                    Arguments = arguments,
                    Input = JsonReading.Parse(arguments),
                });
                piece.FinishReason = piece.FinishReason == "stop" ? "tool_calls" : piece.FinishReason;
            }
            else if (part.TryGetProperty("thought", out JsonElement thought) && thought.ValueKind is JsonValueKind.True)
            {
                piece.Reasoning += part.Text("text");
            }
            else
            {
                piece.Text += part.Text("text");
            }
        }
    }

    private static JsonObject Settings(ChatRequest request)
    {
        var settings = new JsonObject();
        if (request.MaxTokens is int most)
        {
            settings["maxOutputTokens"] = most;
        }

        if (request.Temperature is double temperature)
        {
            settings["temperature"] = temperature;
        }

        if (request.Format is { IsJson: true } format)
        {
            settings["responseMimeType"] = "application/json";
            if (format.Schema is object schema)
            {
                // The member that takes plain JSON schema; responseSchema takes a dialect of its own.
                settings["responseJsonSchema"] = ToolJson.Schema(schema);
            }
        }

        return settings;
    }

    private static AiGatewayTokenUsage? Usage(JsonElement? usage)
    {
        if (usage is not JsonElement tokens)
        {
            return null;
        }

        // Thinking is billed as output, but counted beside it.
        long? output = tokens.Number("candidatesTokenCount") + (tokens.Number("thoughtsTokenCount") ?? 0);
        return new AiGatewayTokenUsage
        {
            InputTokens = tokens.Number("promptTokenCount"),
            OutputTokens = output ?? tokens.Number("thoughtsTokenCount"),
            CachedTokens = tokens.Number("cachedContentTokenCount"),
            TotalTokens = tokens.Number("totalTokenCount"),
        };
    }
}
