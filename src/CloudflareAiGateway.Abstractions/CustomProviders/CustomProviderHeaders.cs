using System;
using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>Headers by name, without regard to case. Values are kept as secrets, as a key is a usual value of a header.</summary>
public sealed class CustomProviderHeaders : Dictionary<string, SecureString>
{
    /// <summary>Makes an empty set of headers.</summary>
    public CustomProviderHeaders()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    /// <summary>The names, without the values.</summary>
    /// <returns>Such as <c>x-team, x-key</c>.</returns>
    public override string ToString() => string.Join(", ", Keys);
}
