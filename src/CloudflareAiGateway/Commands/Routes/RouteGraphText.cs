using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>JSON text from the pipeline: whole, or in lines, as Get-Content gives it. It is whole when it can be read.</summary>
internal sealed class RouteGraphText
{
    /// <summary>What came and is not whole yet.</summary>
    public string Pending { get; private set; } = string.Empty;

    /// <summary>Why it is not.</summary>
    public AiGatewayException? Failure { get; private set; }

    /// <summary>Adds a text or a line of one.</summary>
    /// <returns>The text when it is whole; null when more has to come.</returns>
    public string? Add(string line)
    {
        Pending = Pending.Length == 0 ? line : Pending + "\n" + line;
        if (string.IsNullOrWhiteSpace(Pending))
        {
            return null;
        }

        try
        {
            RouteGraphReader.ReadJson(Pending);
        }
        catch (AiGatewayException failure)
        {
            Failure = failure;
            return null;
        }

        string whole = Pending;
        Pending = string.Empty;
        Failure = null;
        return whole;
    }
}
