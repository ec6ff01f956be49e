using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>The texts of messages.</summary>
internal static class MessageText
{
    /// <summary>All text of a message.</summary>
    public static string Of(ChatMessage message)
    {
        if (message.Parts.Count == 1)
        {
            return Of(message.Parts[0]);
        }

        var text = new StringBuilder();
        foreach (ChatPart part in message.Parts)
        {
            text.Append(Of(part));
        }

        return text.ToString();
    }

    /// <summary>The text of a part; of an image none.</summary>
    public static string Of(ChatPart part) =>
        part.Text ?? (part.Value is null ? string.Empty : ToolJson.Plain(part.Value)!.ToJsonString(WireJson.Options));

    /// <summary>The instructions, for dialects in which they stand apart from the messages.</summary>
    public static string Instructions(IReadOnlyList<ChatMessage> messages)
    {
        var text = new StringBuilder();
        foreach (ChatMessage message in messages)
        {
            if (message.Role == ChatMessage.System)
            {
                text.Append(text.Length == 0 ? string.Empty : "\n\n").Append(Of(message));
            }
        }

        return text.ToString();
    }
}
