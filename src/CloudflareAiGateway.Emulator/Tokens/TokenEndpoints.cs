using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>The two checks of a token: one for users' tokens, one for accounts' tokens. Each knows its own kind only.</summary>
internal sealed class TokenEndpoints : IEndpointGroup
{
    public IEnumerable<Endpoint> Endpoints =>
    [
        new() { Method = "GET", Template = "/user/tokens/verify", VerifiesTokens = true, Handle = VerifyUserToken },
        new() { Method = "GET", Template = "/accounts/{account_id}/tokens/verify", VerifiesTokens = true, Handle = VerifyAccountToken },
    ];

    public static EmulatedResponse Unknown() => Envelope.Failure(EnvelopeFamily.V4, 401, Problem.InvalidToken);

    private static EmulatedResponse VerifyUserToken(ApiCall call) =>
        call.Token.Owner == TokenOwner.User ? Describe(call) : Unknown();

    private static EmulatedResponse VerifyAccountToken(ApiCall call)
    {
        if (AccountTable.Of(call.Tables).Find(call.AccountId) is null)
        {
            return Envelope.Failure(EnvelopeFamily.V4, 404, Problem.NoRoute(call.Request.Path));
        }

        return call.Token.Owner == TokenOwner.Account && call.Token.MayUse(call.AccountId) ? Describe(call) : Unknown();
    }

    private static EmulatedResponse Describe(ApiCall call)
    {
        TokenStatus status = call.Token.StatusAt(call.Now);
        string statusText = status switch
        {
            TokenStatus.Active => "active",
            TokenStatus.Disabled => "disabled",
            TokenStatus.Expired => "expired",
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Token status {status} has no name.")),
        };
        ReadOnlyMemory<byte> result = JsonBody.Write((call.Token, statusText), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", state.Token.Id);
            writer.WriteString("status", state.statusText);
            if (state.Token.ExpiresOn is DateTimeOffset expiresOn)
            {
                writer.WriteString("expires_on", Timestamp.Format(expiresOn));
            }

            writer.WriteEndObject();
        });
        string message = status == TokenStatus.Active ? "This API Token is valid and active" : $"This API Token is {statusText}";
        return Envelope.Item(EnvelopeFamily.V4, result, new Problem(10000, message));
    }
}
