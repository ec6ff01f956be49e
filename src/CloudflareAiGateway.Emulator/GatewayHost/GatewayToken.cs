namespace CloudflareAiGateway.Emulator;

/// <summary>What a call to the gateway host says about who calls.</summary>
/// <param name="MayRun">Whether there is a token that may call models of the account.</param>
/// <param name="IsInAuthorization">Whether it stands in <c>Authorization</c>, where a provider's key could stand.</param>
internal sealed record GatewayToken(bool MayRun, bool IsInAuthorization)
{
    public static GatewayToken Read(EmulatedRequest request, string accountId, EmulatorServices services)
    {
        // The header that is meant for it wins; beside it, Authorization holds the provider's key.
        string? own = request.Header("cf-aig-authorization");
        bool mayRun = services.Tokens.Find(Credential.ReadBearer(own ?? request.Header("Authorization"))) is EmulatorToken token
            && token.StatusAt(services.Time.GetUtcNow()) == TokenStatus.Active
            && token.MayUse(accountId)
            && token.Has(Permission.AiGatewayRun);
        return new GatewayToken(mayRun, mayRun && own is null);
    }
}
