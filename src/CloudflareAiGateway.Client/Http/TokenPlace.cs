namespace CloudflareAiGateway.Client;

/// <summary>Where the token goes on a request.</summary>
internal enum TokenPlace
{
    /// <summary>Where the host expects it: <c>Authorization</c> on the API's, <c>cf-aig-authorization</c> on the gateway's.</summary>
    Host,

    /// <summary>
    /// On the gateway host in both: there <c>Authorization</c> is what the provider gets, and Workers AI takes the same kind of token. With
    /// any other provider this would break the call.
    /// </summary>
    Both,
}
