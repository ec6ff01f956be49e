using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>From status and codes to the kind in which a script decides what to do (api codes: see docs/architecture.md).</summary>
internal static class ErrorKindRule
{
    /// <summary>Finds the kind.</summary>
    public static AiGatewayErrorKind Of(int status, IReadOnlyList<ApiError> errors)
    {
        if (status == 429 || Has(errors, 971))
        {
            return AiGatewayErrorKind.RateLimited;
        }

        if (status is >= 300 and < 400)
        {
            return AiGatewayErrorKind.UnexpectedResponse;
        }

        // 10000 comes as 401 (bad token) and as 403 (token without the permission): the status decides.
        return status switch
        {
            401 => AiGatewayErrorKind.Unauthorized,
            403 => Has(errors, 1000) ? AiGatewayErrorKind.Unauthorized : AiGatewayErrorKind.Forbidden,
            402 => AiGatewayErrorKind.PaymentRequired,

            // A route's taken name has the code of a missing route; the text decides.
            404 => SaysTaken(errors) ? AiGatewayErrorKind.AlreadyExists : AiGatewayErrorKind.NotFound,
            409 => Says(errors, "not empty") ? AiGatewayErrorKind.Rejected : AiGatewayErrorKind.AlreadyExists,
            _ => OfCodes(status, errors),
        };
    }

    /// <summary>Whether one of the errors has that code.</summary>
    public static bool Has(IReadOnlyList<ApiError> errors, int code)
    {
        foreach (ApiError error in errors)
        {
            if (error.Code == code)
            {
                return true;
            }
        }

        return false;
    }

    private static AiGatewayErrorKind OfCodes(int status, IReadOnlyList<ApiError> errors)
    {
        if (SaysTaken(errors))
        {
            return AiGatewayErrorKind.AlreadyExists;
        }

        int? code = errors.Count > 0 ? errors[0].Code : null;
        return code switch
        {
            7001 => AiGatewayErrorKind.Rejected,
            7002 or 7003 or 7005 or 2001 => AiGatewayErrorKind.NotFound,
            1001 when Says(errors, "not found") => AiGatewayErrorKind.NotFound,
            9109 => AiGatewayErrorKind.Forbidden,
            6003 or 6111 or 6103 or 2009 => AiGatewayErrorKind.Unauthorized,
            10000 when status < 500 => AiGatewayErrorKind.Unauthorized,
            _ => status switch
            {
                408 => AiGatewayErrorKind.Timeout,
                >= 500 => AiGatewayErrorKind.Unavailable,
                >= 400 => AiGatewayErrorKind.Rejected,

                // success: false under a 2xx, without a code that is known.
                _ => errors.Count > 0 ? AiGatewayErrorKind.Unknown : AiGatewayErrorKind.UnexpectedResponse,
            },
        };
    }

    /// <summary>
    /// A taken name has the same code as any other invalid input; once it came as a database's own text. An account that has its one
    /// Secrets Store is such a case, too.
    /// </summary>
    private static bool SaysTaken(IReadOnlyList<ApiError> errors) =>
        Says(errors, "already exist") || Says(errors, "already taken") || Says(errors, "UNIQUE constraint") || Says(errors, "maximum stores");

    /// <summary>Whether one of the errors has those words; Secrets Store writes <c>like_this</c>.</summary>
    private static bool Says(IReadOnlyList<ApiError> errors, string words)
    {
        foreach (ApiError error in errors)
        {
            if (error.Message.Replace('_', ' ').Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
