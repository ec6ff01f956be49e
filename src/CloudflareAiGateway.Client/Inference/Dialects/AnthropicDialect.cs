using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Anthropic's messages. A schema for the answer becomes a tool that the model has to call, which every model of theirs understands; its
/// arguments are the answer's text.
/// </summary>
internal sealed class AnthropicDialect : IChatDialect
{
    /// <summary>The API insists on a limit; this one is within what every model allows.</summary>
    private const int DefaultMaxTokens = 4096;

    private string? _answerTool;
    private bool _inAnswerTool;

    /// <inheritdoc/>
    public JsonObject Write(ChatRequest request, bool stream)
    {
        var body = new JsonObject
        {
            ["model"] = request.Choice.Model,
            ["max_tokens"] = request.MaxTokens ?? DefaultMaxTokens,
            ["messages"] = AnthropicMessages.Write(request.Messages),
        };
        if (Instructions(request) is { Length: > 0 } system)
        {
            body["system"] = system;
        }

        if (request.Temperature is double temperature)
        {
            body["temperature"] = temperature;
        }

        AddTools(body, request);
        if (stream)
        {
            body["stream"] = true;
        }

        return body;
    }

    /// <inheritdoc/>
    public ChatPiece Read(JsonElement answer)
    {
        var piece = new ChatPiece { Model = answer.Text("model"), FinishReason = FinishReasons.Of(answer.Text("stop_reason")), Usage = Usage(answer.Object("usage")) };
        foreach (JsonElement block in answer.Items("content"))
        {
            switch (block.Text("type"))
            {
                case "text":
                    piece.Text += block.Text("text");
                    break;
                case "thinking":
                    piece.Reasoning += block.Text("thinking");
                    break;
                case "tool_use":
                    ReadTool(block, piece);
                    break;
            }
        }

        return piece;
    }

    /// <inheritdoc/>
    public ChatPiece? ReadEvent(string? name, JsonElement data) => (data.Text("type") ?? name) switch
    {
        "message_start" => data.Object("message") is JsonElement message ? new ChatPiece { Model = message.Text("model"), Usage = Usage(message.Object("usage")) } : null,
        "content_block_start" => data.Object("content_block") is JsonElement block ? BeginBlock(block) : null,
        "content_block_delta" => data.Object("delta") is JsonElement delta ? ReadDelta(delta) : null,
        "message_delta" => ReadEnd(data),
        "message_stop" => new ChatPiece { IsEnd = true },
        "error" => new ChatPiece { Error = ErrorOf(data) },
        _ => null,
    };

    private static string Instructions(ChatRequest request)
    {
        string text = MessageText.Instructions(request.Messages);
        return request.Format is { IsJson: true, Schema: null }
            ? text + (text.Length == 0 ? string.Empty : "\n\n") + "Answer with one JSON object and nothing else."
            : text;
    }

    private void AddTools(JsonObject body, ChatRequest request)
    {
        if (request.Format is { IsJson: true, Schema: object schema } format)
        {
            if (request.Tools.Count > 0)
            {
                throw new AiGatewayException(AiGatewayErrorKind.Rejected, "Anthropic's own API takes tools or a schema for the answer, not both.")
                {
                    Reason = AiGatewayErrorReason.InvalidPrompt,
                    RecommendedAction = "Leave -Tool or -ResponseFormat out, or choose -Surface Rest.",
                };
            }

            _answerTool = format.Name;
            var tool = new ChatTool { Name = format.Name, Description = "Give the answer in this form.", Parameters = schema };
            body["tools"] = new JsonArray(ToolJson.Write(tool, "input_schema"));
            body["tool_choice"] = new JsonObject { ["type"] = "tool", ["name"] = format.Name };
        }
        else if (request.Tools.Count > 0)
        {
            var list = new JsonArray();
            foreach (ChatTool tool in request.Tools)
            {
                list.Add(ToolJson.Write(tool, "input_schema"));
            }

            body["tools"] = list;
        }
    }

    private void ReadTool(JsonElement block, ChatPiece piece)
    {
        string arguments = block.Object("input")?.GetRawText() ?? "{}";
        if (block.Text("name") == _answerTool && _answerTool is not null)
        {
            piece.Text += arguments;
            piece.FinishReason = piece.FinishReason == "tool_calls" ? "stop" : piece.FinishReason;
            return;
        }

        piece.ToolCalls.Add(new AiGatewayToolCall
        {
            Id = block.Text("id") ?? string.Empty,
            Name = block.Text("name") ?? string.Empty,
            Arguments = arguments,
            Input = JsonReading.Parse(arguments),
        });
    }

    private ChatPiece? BeginBlock(JsonElement block)
    {
        string? type = block.Text("type");
        string? name = block.Text("name");
        _inAnswerTool = type == "tool_use" && _answerTool is not null && name == _answerTool;
        if (type != "tool_use" || _inAnswerTool)
        {
            return block.Text("text") is { Length: > 0 } text ? new ChatPiece { Text = text } : null;
        }

        var piece = new ChatPiece();
        piece.ToolCalls.Add(new AiGatewayToolCall { Id = block.Text("id") ?? string.Empty, Name = name ?? string.Empty });
        return piece;
    }

    private ChatPiece? ReadDelta(JsonElement delta)
    {
        var piece = new ChatPiece { Text = delta.Text("text") ?? string.Empty, Reasoning = delta.Text("thinking") };
        if (delta.Text("partial_json") is { Length: > 0 } json)
        {
            if (_inAnswerTool)
            {
                piece.Text = json;
            }
            else
            {
                piece.ToolCalls.Add(new AiGatewayToolCall { Arguments = json });
            }
        }

        return piece;
    }

    private ChatPiece ReadEnd(JsonElement data)
    {
        string? reason = FinishReasons.Of(data.Object("delta")?.Text("stop_reason"));
        return new ChatPiece
        {
            FinishReason = reason == "tool_calls" && _answerTool is not null ? "stop" : reason,
            Usage = Usage(data.Object("usage")),
        };
    }

    /// <summary>Anthropic counts tokens from and into its cache beside the others; here they are part of the input, as elsewhere.</summary>
    private static AiGatewayTokenUsage? Usage(JsonElement? usage)
    {
        if (usage is not JsonElement tokens)
        {
            return null;
        }

        long? cached = tokens.Number("cache_read_input_tokens");
        long? input = tokens.Number("input_tokens") + (cached ?? 0) + (tokens.Number("cache_creation_input_tokens") ?? 0);
        long? output = tokens.Number("output_tokens");
        return new AiGatewayTokenUsage { InputTokens = input, OutputTokens = output, CachedTokens = cached, TotalTokens = input + output };
    }

    private static ApiError ErrorOf(JsonElement data)
    {
        JsonElement error = data.Object("error") ?? data;
        return new ApiError(null, error.Text("message") ?? error.Text("type") ?? "no text");
    }
}
