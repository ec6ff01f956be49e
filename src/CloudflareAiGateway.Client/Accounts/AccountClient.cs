using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Accounts, and the token itself.</summary>
internal sealed class AccountClient : IAccountClient
{
    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public AccountClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayAccount>> ListAsync(string? name, int page, int pageSize, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(AccountRequests.List(name, page, pageSize), call).ConfigureAwait(false);
        return Pages.Of(reply.Read<List<AiGatewayAccount>>(), page, pageSize);
    }

    /// <inheritdoc/>
    public async Task<TokenVerification> VerifyTokenAsync(string? accountId, CallContext call)
    {
        ApiOutcome user = await _transport.TrySendAsync(AccountRequests.VerifyUserToken(), call).ConfigureAwait(false);
        if (user.Error is null)
        {
            return Read(user.Reply!, "User");
        }

        if (!IsRefusal(user.Error))
        {
            throw user.Error;
        }

        if (accountId is null)
        {
            throw Refused(user.Error, "If it is an account's own token, give the account id as well.");
        }

        ApiOutcome account = await _transport.TrySendAsync(AccountRequests.VerifyAccountToken(accountId), call).ConfigureAwait(false);
        if (account.Error is null)
        {
            return Read(account.Reply!, "Account");
        }

        throw IsRefusal(account.Error) ? Refused(account.Error, $"Check the token, and that it belongs to account '{accountId}'.") : account.Error;
    }

    /// <summary>The API says in several ways that it does not know a token.</summary>
    private static bool IsRefusal(AiGatewayException error) =>
        error.Kind is AiGatewayErrorKind.Unauthorized or AiGatewayErrorKind.Forbidden or AiGatewayErrorKind.Rejected or AiGatewayErrorKind.NotFound;

    private static AiGatewayException Refused(AiGatewayException error, string hint) =>
        new(AiGatewayErrorKind.Unauthorized, error.Message, error)
        {
            StatusCode = error.StatusCode,
            ApiErrors = error.ApiErrors,
            RayId = error.RayId,
            Method = error.Method,
            PathTemplate = error.PathTemplate,
            RecommendedAction = $"{hint} {Advice.For(AiGatewayErrorKind.Unauthorized, AccountRequests.VerifyUserToken(), error.ApiErrors, null)}",
        };

    private static TokenVerification Read(ApiReply reply, string owner)
    {
        TokenVerification token = reply.Read<TokenVerification>().Result!;
        return new TokenVerification
        {
            Id = token.Id,
            Status = token.Status,
            ExpiresOn = token.ExpiresOn,
            NotBefore = token.NotBefore,
            Owner = owner,
        };
    }
}
