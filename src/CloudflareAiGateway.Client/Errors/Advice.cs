using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Client;

/// <summary>What to do about a failure, in plain words.</summary>
internal static class Advice
{
    private const string WhereTokensAre = "dashboard: My Profile > API Tokens, or Manage Account > API Tokens for an account's token";

    /// <summary>The advice for a kind of failure of a request.</summary>
    /// <returns>Null when there is nothing sensible to say.</returns>
    public static string? For(AiGatewayErrorKind kind, ApiRequest request, IReadOnlyList<ApiError> errors, TimeSpan? retryAfter) => kind switch
    {
        AiGatewayErrorKind.Unauthorized => ErrorKindRule.Has(errors, 6003)
            ? "The token is malformed: check that it was copied whole and without spaces."
            : $"Check that the token is right, active and not expired ({WhereTokensAre}), then connect again.{OrPermission(request)}",
        AiGatewayErrorKind.Forbidden => ErrorKindRule.Has(errors, 9109)
            ? "The token may not use this account: check the account id, or add the account to the token's account resources."
            : Permission(request),
        AiGatewayErrorKind.NotFound => ErrorKindRule.Has(errors, 7003)
            ? "Check the account id: the API found no such path."
            : $"Check the name and the account. Names are case-sensitive; {ListOf(request, errors)} lists what is there.",
        AiGatewayErrorKind.AlreadyExists => ErrorSubject.Of(errors) is ErrorSubject.Store
            ? "An account has one Secrets Store. Use the one that is there: Get-AiGatewaySecretStore shows it, and -StoreId may be left out everywhere."
            : "Choose another name, or change the one that exists.",
        AiGatewayErrorKind.Conflict => "Read it again, look at what changed, and repeat the change if it is still wanted.",
        AiGatewayErrorKind.Rejected => Field(errors),
        AiGatewayErrorKind.RateLimited => retryAfter is TimeSpan wait ? ComeBack(wait) : "Wait a few minutes, or send fewer calls at once.",
        AiGatewayErrorKind.PaymentRequired => "Look at the account's credit and card: Get-AiGatewayCredit, or AI > AI Gateway > Credits Available in the dashboard.",
        AiGatewayErrorKind.Unavailable => "Try again later. If it lasts, look at https://www.cloudflarestatus.com and give Cloudflare's support the ray id.",
        AiGatewayErrorKind.UnexpectedResponse => "Check the base address, and whether a proxy or a sign-in page stands between. Give Cloudflare's support the ray id if there is one.",
        AiGatewayErrorKind.Unknown => "The words in brackets are the API's own. If they do not help, give Cloudflare's support the ray id, which is in the exception.",
        _ => null,
    };

    /// <summary>When to try again.</summary>
    public static string ComeBack(TimeSpan wait) =>
        string.Create(CultureInfo.InvariantCulture, $"Try again in {Math.Ceiling(wait.TotalSeconds):0} s, or allow a longer deadline when connecting.");

    /// <summary>Which permission to add, and where.</summary>
    public static string Permission(ApiRequest request) =>
        request.Permission is string permission
            ? $"The token needs the permission '{permission}' for this account: add it to the token ({WhereTokensAre}). A new token may take a minute to work."
            : $"Add the missing permission to the token ({WhereTokensAre}).";

    /// <summary>The API answers 401 also to a good token that lacks every permission of the product.</summary>
    private static string OrPermission(ApiRequest request) =>
        request.Permission is string permission ? $" If the token is good, it lacks the permission '{permission}'." : string.Empty;

    /// <summary>The command that lists what a request asks for: its noun is what stands in error ids.</summary>
    private static string ListOf(ApiRequest request, IReadOnlyList<ApiError> errors) =>
        (ErrorSubject.Of(errors) ?? request.Resource) is string resource and not "Gateway" ? $"Get-AiGateway{resource}" : "Get-AiGateway";

    private static string Field(IReadOnlyList<ApiError> errors)
    {
        foreach (ApiError error in errors)
        {
            if (error.Path.Count > 0)
            {
                return $"Correct '{FieldOf(error)}'.";
            }
        }

        return "Correct the input as the message says.";
    }

    private static string FieldOf(ApiError error)
    {
        int start = error.Path.Count > 1 && error.Path[0] is "body" or "query" or "params" ? 1 : 0;
        return string.Join('.', System.Linq.Enumerable.Skip(error.Path, start));
    }
}
