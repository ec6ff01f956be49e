using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>What a chat is made of, apart from its prompts.</summary>
public abstract class ChatCommand : InferenceCommand
{
    /// <summary>The parameter set of prompts alone.</summary>
    private protected const string PromptSet = "Prompt";

    /// <summary>The parameter set of messages, with or without a prompt after them.</summary>
    private protected const string MessageSet = "Message";

    /// <summary>The model with its provider: openai/gpt-5-mini, @cf/…, custom-…/…, dynamic/route, cloudflare/auto.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    [ValidateNotNullOrEmpty]
    public string Model { get; set; } = string.Empty;

    /// <summary>The instructions of the chat.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? System { get; set; }

    /// <summary>Messages: texts, hashtables with Role and Content, or earlier answers. Beside a prompt they come before it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MessageSet)]
    [ValidateNotNullOrEmpty]
    public object[]? Message { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? MaxTokens { get; set; }

    /// <summary>How freely the model chooses its words: 0 to 2.</summary>
    [Parameter]
    [ValidateRange(0.0, 2.0)]
    public double? Temperature { get; set; }

    /// <summary>Tools that the model may call: hashtables with Name, Description and Parameters (a JSON schema).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public object[]? Tool { get; set; }

    /// <summary>The form of the answer: text, json, or a JSON schema as a hashtable.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? ResponseFormat { get; set; }

    /// <summary>Members that are merged into the body as the provider names them.</summary>
    [Parameter]
    [ValidateNotNull]
    public Hashtable? Option { get; set; }

    /// <summary>The way to the model; left out, the one that model and credentials need.</summary>
    [Parameter]
    public InferenceSurface? Surface { get; set; }

    /// <summary>The models that cloudflare/auto may choose from, with their providers; a star stands for any text but a slash.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ModelCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? AllowedModel { get; set; }

    /// <summary>The providers that cloudflare/auto may choose from.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? AllowedProvider { get; set; }

    /// <summary>The conversation, for which cloudflare/auto keeps to a model.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SessionId { get; set; }

    /// <summary>The turn of a conversation: all its calls get the same model of cloudflare/auto.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TurnId { get; set; }

    /// <summary>Lets cloudflare/auto choose anew within a session.</summary>
    [Parameter]
    public SwitchParameter NoSessionAffinity { get; set; }

    /// <summary>Makes the chats.</summary>
    private protected ChatComposer Composer { get; private set; } = null!;

    /// <summary>Whether JSON is wanted although no form is given.</summary>
    private protected abstract bool WantsJson { get; }

    private protected override void Prepare()
    {
        SurfaceChoice choice = SurfaceChoice.For(Model, Credentials, Surface);
        Composer = new ChatComposer(choice, ReadOptions(choice.Surface), Credentials, Timeout)
        {
            System = System,
            Earlier = Message is null ? Array.Empty<ChatMessage>() : new MessageReader(new ImageReader(SessionState.Path)).Read(Message),
            MaxTokens = MaxTokens,
            Temperature = Temperature,
            Tools = Tool is null ? Array.Empty<ChatTool>() : ToolReader.Read(Tool),
            Format = FormatReader.Read(ResponseFormat) ?? (WantsJson ? new ChatFormat { IsJson = true } : null),
            Extra = Option is null ? null : ReadExtra(Option),
            Routing = ReadRouting(choice),
        };
    }

    private AutoRouting ReadRouting(SurfaceChoice choice)
    {
        var routing = new AutoRouting
        {
            AllowedModels = AllowedModel,
            AllowedProviders = AllowedProvider,
            SessionId = SessionId,
            TurnId = TurnId,
            NoSessionAffinity = NoSessionAffinity,
        };
        return routing.Explain(choice.Model) is { } problem ? throw InputProblem.Of(AiGatewayErrorReason.InvalidCallOption, problem, "Nothing was sent.") : routing;
    }

    private static IReadOnlyDictionary<string, object?> ReadExtra(Hashtable option)
    {
        var extra = (IReadOnlyDictionary<string, object?>)PlainValue.From(option)!;
        return extra.Keys.FirstOrDefault(k => string.Equals(k, "stream", StringComparison.OrdinalIgnoreCase)) is null
            ? extra
            : throw InputProblem.Of(AiGatewayErrorReason.InvalidCallOption, "Option holds 'stream', which decides how the answer is read.", "Use -Stream.");
    }
}
