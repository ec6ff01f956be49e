using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Messages as Anthropic writes them: instructions stand elsewhere, results of tools are the user's, and speakers alternate.</summary>
internal static class AnthropicMessages
{
    /// <summary>Writes them.</summary>
    public static JsonArray Write(IReadOnlyList<ChatMessage> messages)
    {
        var list = new JsonArray();
        foreach (ChatMessage message in messages)
        {
            if (message.Role == ChatMessage.System)
            {
                continue;
            }

            string role = message.Role == ChatMessage.Assistant ? "assistant" : "user";
            JsonArray blocks = Blocks(message);

            // Results of several tools belong into one message.
            if (list.Count > 0 && list[^1] is JsonObject last && (string?)last["role"] == role && last["content"] is JsonArray known)
            {
                while (blocks.Count > 0)
                {
                    JsonNode? block = blocks[0];
                    blocks.RemoveAt(0);
                    known.Add(block);
                }
            }
            else
            {
                list.Add(new JsonObject { ["role"] = role, ["content"] = blocks });
            }
        }

        return list;
    }

    private static JsonArray Blocks(ChatMessage message)
    {
        if (message.Role == ChatMessage.Tool)
        {
            return [new JsonObject { ["type"] = "tool_result", ["tool_use_id"] = message.ToolCallId, ["content"] = MessageText.Of(message) }];
        }

        var blocks = new JsonArray();
        foreach (ChatPart part in message.Parts)
        {
            if (part.IsImage)
            {
                blocks.Add(Image(part));
            }
            else if (MessageText.Of(part) is { Length: > 0 } text)
            {
                // An empty block of text is refused.
                blocks.Add(new JsonObject { ["type"] = "text", ["text"] = text });
            }
        }

        foreach (AiGatewayToolCall call in message.ToolCalls)
        {
            blocks.Add(new JsonObject
            {
                ["type"] = "tool_use",
                ["id"] = call.Id,
                ["name"] = call.Name,
                ["input"] = ToolJson.ArgumentsObject(call),
            });
        }

        return blocks;
    }

    private static JsonObject Image(ChatPart part)
    {
        JsonObject source = part.ImageUrl is string url && !url.StartsWith("data:", StringComparison.Ordinal)
            ? new JsonObject { ["type"] = "url", ["url"] = url }
            : new JsonObject { ["type"] = "base64", ["media_type"] = part.MediaType, ["data"] = part.ImageData };
        return new JsonObject { ["type"] = "image", ["source"] = source };
    }
}
