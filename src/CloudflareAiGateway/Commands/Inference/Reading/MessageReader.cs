using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Reads messages: texts (the person's), hashtables or objects with Role and Content, in PowerShell's spelling or OpenAI's, and answers of
/// earlier calls, so that a conversation can be carried on.
/// </summary>
internal sealed class MessageReader
{
    private readonly ImageReader _images;

    /// <summary>Takes what reads images.</summary>
    public MessageReader(ImageReader images) => _images = images;

    /// <summary>Reads messages.</summary>
    /// <exception cref="AiGatewayException">InvalidPrompt, with the place of the fault.</exception>
    public IReadOnlyList<ChatMessage> Read(IReadOnlyList<object?> messages) => messages.Select((m, i) => ReadOne(LooseMembers.Unwrap(m), $"Message[{i}]")).ToArray();

    private ChatMessage ReadOne(object? message, string place)
    {
        switch (message)
        {
            case string text when !string.IsNullOrWhiteSpace(text):
                return ChatMessage.Of(ChatMessage.User, text);
            case AiGatewayChatResult result:
                return new ChatMessage
                {
                    Role = ChatMessage.Assistant,
                    Parts = result.Text.Length == 0 ? Array.Empty<ChatPart>() : new[] { new ChatPart { Text = result.Text } },
                    ToolCalls = result.ToolCalls,
                };
        }

        LooseMembers members = LooseMembers.Of(message)
            ?? throw InputProblem.Prompt($"{place} is empty or no message.", "A message is a text, @{ Role = 'user'; Content = '…' }, or the result of an earlier call.");
        if (members.Other("Role", "Content", "Image", "ToolCallId", "ToolCalls", "Name", "Refusal", "Annotations") is { } other)
        {
            throw InputProblem.Prompt($"{place} has no key '{other}'. Legal keys: Role, Content, Image, ToolCalls, ToolCallId, Name.");
        }

        string role = Role(members.Text("Role"), place);
        var parts = LooseMembers.List(members["Image"]).Select((image, i) => _images.Read(LooseMembers.Unwrap(image), $"{place}.Image[{i}]")).ToList();
        parts.InsertRange(0, Parts(members["Content"], role, $"{place}.Content"));
        IReadOnlyList<AiGatewayToolCall> calls = ToolReader.ReadCalls(members["ToolCalls"], place);
        string? callId = members.Text("ToolCallId");
        return parts.Count == 0 && calls.Count == 0 ? throw InputProblem.Prompt($"{place} has no content.")
            : role == ChatMessage.Tool && string.IsNullOrEmpty(callId) ? throw InputProblem.Prompt($"{place} is a tool's result without ToolCallId.", "Give the Id of the tool call that it answers.")
            : new ChatMessage { Role = role, Parts = parts, ToolCalls = calls, ToolCallId = callId, ToolName = role == ChatMessage.Tool ? members.Text("Name") : null };
    }

    private static string Role(string? role, string place) => role?.ToLowerInvariant() switch
    {
        "developer" => ChatMessage.System,
        "model" => ChatMessage.Assistant,
        "function" => ChatMessage.Tool,
        { } known when ChatMessage.Roles.Contains(known) => known,
        null or "" => throw InputProblem.Prompt($"{place} has no Role. Roles: {string.Join(", ", ChatMessage.Roles)}."),
        _ => throw InputProblem.Prompt($"{place}: '{role}' is no role. Roles: {string.Join(", ", ChatMessage.Roles)}."),
    };

    private IEnumerable<ChatPart> Parts(object? content, string role, string place)
    {
        if (content is null || (content is string text && string.IsNullOrWhiteSpace(text)))
        {
            return Enumerable.Empty<ChatPart>();
        }

        // What a tool gives is data, whatever its shape.
        return role == ChatMessage.Tool && content is not string
            ? new[] { new ChatPart { Value = PlainValue.From(content) } }
            : LooseMembers.List(content).Select((part, i) => Part(LooseMembers.Unwrap(part), $"{place}[{i}]"));
    }

    private ChatPart Part(object? part, string place)
    {
        if (part is string or ValueType)
        {
            return new ChatPart { Text = Convert.ToString(part, System.Globalization.CultureInfo.InvariantCulture) };
        }

        if (part is FileInfo)
        {
            return _images.Read(part, place);
        }

        LooseMembers members = LooseMembers.Of(part) ?? throw InputProblem.Prompt($"{place} is neither a text nor an image.");
        object? image = members["Image"] ?? members["ImageUrl"];
        if (image is not null)
        {
            return _images.Read(image is IDictionary || image is not string ? LooseMembers.Of(image)?["Url"] ?? image : image, place);
        }

        return members.Text("Text") is { } text ? new ChatPart { Text = text } : throw InputProblem.Prompt($"{place} is neither a text nor an image.", "A part is a text, @{ Text = '…' }, or @{ Image = 'path or address' }.");
    }
}
