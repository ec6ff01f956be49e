using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>One request on its way: what the handlers need to know of it and tell each other.</summary>
internal sealed class ApiCall
{
    private static readonly HttpRequestOptionsKey<ApiCall> s_key = new("CloudflareAiGateway.ApiCall");

    /// <summary>Joins request, client and caller.</summary>
    public ApiCall(ApiRequest request, ClientSettings settings, CallContext context, CallBudget budget)
    {
        Request = request;
        Settings = settings;
        Context = context;
        Budget = budget;
        Token = request.Token ?? settings.Token;
        Scrubber = new Scrubber(settings.Token, request.Secrets);
    }

    /// <summary>The request.</summary>
    public ApiRequest Request { get; }

    /// <summary>The client that sends it.</summary>
    public ClientSettings Settings { get; }

    /// <summary>The host that it goes to.</summary>
    public System.Uri Target => Request.Host is ApiHost.Api ? Settings.Options.BaseUri : Settings.Options.GatewayBaseUri;

    /// <summary>The token that it goes with.</summary>
    public TokenSource Token { get; }

    /// <summary>Where messages go, and when to stop.</summary>
    public CallContext Context { get; }

    /// <summary>How much of the deadline is left.</summary>
    public CallBudget Budget { get; }

    /// <summary>Takes this call's secrets out of any text.</summary>
    public Scrubber Scrubber { get; }

    /// <summary>How often it was sent, this time included.</summary>
    public int Attempts { get; set; }

    /// <summary>Whether an attempt failed in a way that leaves open whether the service acted on it.</summary>
    public bool WasAmbiguous { get; set; }

    /// <summary>The wait that the retry rules chose for the next attempt, or that did not fit the deadline.</summary>
    public RetryWait? NextWait { get; set; }

    /// <summary>Finds the call that a message belongs to.</summary>
    public static ApiCall Of(HttpRequestMessage message) =>
        message.Options.TryGetValue(s_key, out ApiCall? call)
            ? call
            : throw new System.InvalidOperationException("The message was not made by the transport.");

    /// <summary>Ties the call to its message.</summary>
    public void AttachTo(HttpRequestMessage message) => message.Options.Set(s_key, this);

    /// <summary>Whether messages of a kind will be seen; those that will not need not be put together.</summary>
    public bool Wants(DiagnosticKind kind) => Context.Sink.Wants(kind);

    /// <summary>Reports a message after scrubbing it.</summary>
    public void Report(DiagnosticKind kind, string message)
    {
        if (Wants(kind))
        {
            Context.Sink.Report(kind, Scrubber.Scrub(message));
        }
    }
}
