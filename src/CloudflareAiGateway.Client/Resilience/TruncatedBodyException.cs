using System.IO;

namespace CloudflareAiGateway.Client;

/// <summary>An answer whose JSON stops in the middle.</summary>
internal sealed class TruncatedBodyException : IOException
{
    /// <summary>Says how much arrived.</summary>
    public TruncatedBodyException(int length)
        : base($"The answer was cut off after {length} bytes.")
    {
    }
}
