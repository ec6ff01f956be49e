namespace CloudflareAiGateway.Client;

/// <summary>The frame of the API's answers.</summary>
/// <typeparam name="T">What <c>result</c> holds.</typeparam>
internal sealed class Envelope<T>
{
    /// <summary>False with a 200 means failure all the same; absent means nothing.</summary>
    public bool? Success { get; init; }

    /// <summary>The content.</summary>
    public T? Result { get; init; }

    /// <summary>The paging block of lists; some lists leave it out.</summary>
    public ResultInfo? ResultInfo { get; init; }
}
