using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads the messages and tools of OpenAI chats; Workers AI and others have the same.</summary>
internal static class OpenAiMessages
{
    public static void Read(JsonElement messages, PromptBuilder prompt)
    {
        foreach (JsonElement message in messages.Items())
        {
            ReadMessage(message, prompt);
        }
    }

    public static void ReadMessage(JsonElement message, PromptBuilder prompt)
    {
        string? role = message.Text("role");
        JsonElement content = message.Member("content");
        if (role is "tool" or "function")
        {
            prompt.AddToolResult(TextOf(content));
        }
        else if (content.AsText() is string text)
        {
            prompt.Add(role, text);
        }
        else
        {
            ReadParts(role, content, prompt);
        }

        prompt.EndMessage();
    }

    public static void ReadTools(JsonElement tools, PromptBuilder prompt)
    {
        foreach (JsonElement tool in tools.Items())
        {
            // Workers AI takes them without the shell, too.
            JsonElement function = tool.Member("function").ValueKind == JsonValueKind.Object ? tool.Member("function") : tool;
            prompt.AddTool(function.Text("name"), function.Member("parameters"));
        }
    }

    public static ToolWish ReadChoice(JsonElement choice) => choice.AsText() switch
    {
        "none" => ToolWish.None,
        "required" or "any" => ToolWish.Any,
        null when (choice.Member("function").Text("name") ?? choice.Text("name")) is string name => ToolWish.Named(name),
        _ => ToolWish.Auto,
    };

    /// <summary>The text of a content, be it a text or a list of parts.</summary>
    public static string TextOf(JsonElement content)
    {
        if (content.AsText() is string text)
        {
            return text;
        }

        var parts = new PromptBuilder();
        ReadParts("user", content, parts);
        return parts.Build().Text;
    }

    private static void ReadParts(string? role, JsonElement content, PromptBuilder prompt)
    {
        foreach (JsonElement part in content.Items())
        {
            if (part.Text("type") is "image_url" or "input_image" or "image")
            {
                prompt.AddImage();
            }
            else if (part.Text("text") is string text)
            {
                prompt.Add(role, text);
            }
        }
    }
}
