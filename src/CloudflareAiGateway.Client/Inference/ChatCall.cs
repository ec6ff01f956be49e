using System;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>One chat on its way: its request, the language that it is written in, and what to say of it.</summary>
internal sealed class ChatCall
{
    private const string AnthropicVersion = "2023-06-01";

    private ChatCall(ChatRequest chat, IChatDialect dialect, ApiRequest request, CallErrors errors, string credential)
    {
        Chat = chat;
        Dialect = dialect;
        Request = request;
        Errors = errors;
        Credential = credential;
    }

    /// <summary>The chat.</summary>
    public ChatRequest Chat { get; }

    /// <summary>The language.</summary>
    public IChatDialect Dialect { get; }

    /// <summary>The request.</summary>
    public ApiRequest Request { get; }

    /// <summary>Makes its errors.</summary>
    public CallErrors Errors { get; }

    /// <summary>What the provider is called with, as far as the request tells.</summary>
    public string Credential { get; }

    /// <summary>Makes the call.</summary>
    /// <param name="chat">The chat.</param>
    /// <param name="stream">Whether the answer is wanted piece by piece.</param>
    /// <param name="deadline">How long the answer may take when the chat does not say.</param>
    /// <exception cref="AiGatewayException">Rejected: the language cannot say what the chat asks.</exception>
    public static ChatCall Of(ChatRequest chat, bool stream, TimeSpan deadline)
    {
        SurfaceChoice choice = chat.Choice;
        IChatDialect dialect = choice.Dialect switch
        {
            ChatDialect.Anthropic => new AnthropicDialect(),
            ChatDialect.Google => new GoogleDialect(),
            _ => new OpenAiDialect(),
        };
        JsonObject body = dialect.Write(chat, stream);
        if (chat.Extra is not null)
        {
            JsonReading.Merge(body, new SettingsWriter().Write(chat.Extra));
        }

        CallAuthorization authorization = CallAuthorization.Of(chat.Credentials, choice.Provider, choice.Surface);
        var errors = new CallErrors(new CallTarget(
            chat.Gateway, choice.Model, choice.Provider?.Slug, chat.Credentials.ProviderKey is not null, chat.Credentials.ByokAlias, IsChat: true));
        bool isRest = choice.Surface is InferenceSurface.Rest;
        ApiRequest request = new ApiRequest(HttpMethod.Post, Path(choice, stream), "chat", $"ask {choice.Model} through gateway '{chat.Gateway}'")
        {
            Host = isRest ? ApiHost.Api : ApiHost.Gateway,
            Permission = isRest ? PermissionNames.WorkersAi : PermissionNames.Run,
            Repeat = RepeatRule.Metered,
            Body = body,
            IsStreaming = stream,
            Accept = stream ? "text/event-stream, application/json" : "application/json",
            Token = authorization.Token,
            TokenPlace = authorization.Place,
            SecretHeaders = authorization.Headers,
            Secrets = authorization.Secrets,

            // It is sent once, so that one attempt may take all the time that there is.
            Patience = chat.Timeout ?? deadline,
            Explain = errors.Of,
        }.With("account_id", chat.AccountId);
        if (isRest)
        {
            request.Header("cf-aig-gateway-id", chat.Gateway);
        }
        else
        {
            request.With("gateway_id", chat.Gateway);
        }

        AddDialect(request, choice, stream);
        CallHeaders.Add(request, chat.Options, chat.Credentials.ByokAlias);
        CallHeaders.Add(request, chat.Routing);
        return new ChatCall(chat, dialect, request, errors, authorization.Credential);
    }

    private static string Path(SurfaceChoice choice, bool stream) => choice switch
    {
        { Surface: InferenceSurface.Rest } => "/accounts/{account_id}/ai/v1/chat/completions",
        { Surface: InferenceSurface.Compat } => "/{account_id}/{gateway_id}/compat/chat/completions",
        { Dialect: ChatDialect.Anthropic } => "/{account_id}/{gateway_id}/anthropic/v1/messages",
        { Dialect: ChatDialect.Google } => "/{account_id}/{gateway_id}/google-ai-studio/v1beta/models/{model}:" + (stream ? "streamGenerateContent" : "generateContent"),
        _ => $"/{{account_id}}/{{gateway_id}}/{choice.Provider!.OpenAiPath}/chat/completions",
    };

    private static void AddDialect(ApiRequest request, SurfaceChoice choice, bool stream)
    {
        if (choice.Dialect is ChatDialect.Anthropic)
        {
            request.Header("anthropic-version", AnthropicVersion);
        }
        else if (choice.Dialect is ChatDialect.Google)
        {
            request.With("model", choice.Model).Query("alt", stream ? "sse" : null);
        }
    }
}
