using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Messages as OpenAI writes them.</summary>
internal static class OpenAiMessages
{
    /// <summary>Writes them.</summary>
    public static JsonArray Write(IReadOnlyList<ChatMessage> messages)
    {
        var list = new JsonArray();
        foreach (ChatMessage message in messages)
        {
            list.Add(Write(message));
        }

        return list;
    }

    private static JsonObject Write(ChatMessage message)
    {
        var target = new JsonObject { ["role"] = message.Role };
        target["content"] = !message.Parts.Any(p => p.IsImage) ? MessageText.Of(message) : Parts(message);
        if (message.ToolCalls.Count > 0)
        {
            target["tool_calls"] = Calls(message.ToolCalls);
            if (message.Parts.Count == 0)
            {
                target["content"] = null;
            }
        }

        if (message.ToolCallId is string id)
        {
            target["tool_call_id"] = id;
        }

        return target;
    }

    private static JsonArray Parts(ChatMessage message)
    {
        var list = new JsonArray();
        foreach (ChatPart part in message.Parts)
        {
            list.Add(!part.IsImage
                ? new JsonObject { ["type"] = "text", ["text"] = MessageText.Of(part) }
                : new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = part.ImageUrl ?? $"data:{part.MediaType};base64,{part.ImageData}" } });
        }

        return list;
    }

    private static JsonArray Calls(IReadOnlyList<AiGatewayToolCall> calls)
    {
        var list = new JsonArray();
        foreach (AiGatewayToolCall call in calls)
        {
            list.Add(new JsonObject
            {
                ["id"] = call.Id,
                ["type"] = "function",
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = ToolJson.ArgumentsText(call) },
            });
        }

        return list;
    }
}
