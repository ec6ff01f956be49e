using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a chat of each prompt, from what is the same for all of them.</summary>
internal sealed class ChatComposer
{
    private readonly SurfaceChoice _choice;
    private readonly CallOptions _options;
    private readonly CallCredentials _credentials;
    private readonly TimeSpan? _timeout;

    /// <summary>Takes where the chats go.</summary>
    public ChatComposer(SurfaceChoice choice, CallOptions options, CallCredentials credentials, TimeSpan? timeout)
    {
        _choice = choice;
        _options = options;
        _credentials = credentials;
        _timeout = timeout;
    }

    /// <summary>The instructions; null for none.</summary>
    public string? System { get; init; }

    /// <summary>The messages before the prompt.</summary>
    public IReadOnlyList<ChatMessage> Earlier { get; init; } = Array.Empty<ChatMessage>();

    /// <summary>The most tokens of the answer.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>How freely the model chooses its words.</summary>
    public double? Temperature { get; init; }

    /// <summary>The tools.</summary>
    public IReadOnlyList<ChatTool> Tools { get; init; } = Array.Empty<ChatTool>();

    /// <summary>The form of the answer; null for text.</summary>
    public ChatFormat? Format { get; init; }

    /// <summary>Members that are merged into the body.</summary>
    public IReadOnlyDictionary<string, object?>? Extra { get; init; }

    /// <summary>What is asked of the automatic router.</summary>
    public AutoRouting Routing { get; init; } = new();

    /// <summary>Makes a chat.</summary>
    public ChatRequest Compose(string accountId, string gateway, string? prompt)
    {
        var messages = new List<ChatMessage>(Earlier.Count + 2);
        if (System is not null)
        {
            messages.Add(ChatMessage.Of(ChatMessage.System, System));
        }

        messages.AddRange(Earlier);
        if (prompt is not null)
        {
            messages.Add(ChatMessage.Of(ChatMessage.User, prompt));
        }

        return new ChatRequest
        {
            AccountId = accountId,
            Gateway = gateway,
            Choice = _choice,
            Credentials = _credentials,
            Options = _options,
            Routing = Routing,
            Messages = messages,
            Prompt = prompt,
            MaxTokens = MaxTokens,
            Temperature = Temperature,
            Tools = Tools,
            Format = Format,
            Extra = Extra,
            Timeout = _timeout,
        };
    }
}
