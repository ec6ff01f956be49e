using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>One operation of the management API: where it is, who may call it, what it does.</summary>
internal sealed class Endpoint
{
    public required string Method { get; init; }

    /// <summary>The path after <c>/client/v4</c> with parameters in braces.</summary>
    public required string Template { get; init; }

    public EnvelopeFamily Family { get; init; }

    /// <summary>Any one of these is enough; none means that every active token may call.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = [];

    /// <summary>The status for a token without permission: 403, or 401 with Workers AI.</summary>
    public int DeniedStatus { get; init; } = 403;

    /// <summary>Whether it is one of the two token checks, which answer for disabled tokens and unknown accounts themselves.</summary>
    public bool VerifiesTokens { get; init; }

    public required Func<ApiCall, EmulatedResponse> Handle { get; init; }
}
