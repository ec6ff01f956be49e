using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>One entry of the API's <c>errors</c> (or, from the gateway host, <c>error</c>).</summary>
public sealed class ApiError
{
    /// <summary>Makes an entry.</summary>
    /// <param name="code">The API's number, or null when it gave none.</param>
    /// <param name="message">The API's text.</param>
    /// <param name="path">Where in the request the fault lies, outermost first; empty when unknown.</param>
    public ApiError(int? code, string message, IReadOnlyList<string>? path = null)
    {
        Code = code;
        Message = message;
        Path = path ?? Array.Empty<string>();
    }

    /// <summary>The API's number, such as 7001 (input rejected) or 10000 (authentication), or null when it gave none.</summary>
    public int? Code { get; }

    /// <summary>The API's text.</summary>
    public string Message { get; }

    /// <summary>Where in the request the fault lies, such as <c>body</c>, <c>cache_ttl</c>; empty when unknown.</summary>
    public IReadOnlyList<string> Path { get; }

    /// <summary>Code and message in one line.</summary>
    /// <returns>Such as <c>7001: Required (body.cache_ttl)</c>.</returns>
    public override string ToString()
    {
        string text = Code is int code ? $"{code}: {Message}" : Message;
        return Path.Count == 0 ? text : $"{text} ({string.Join(".", Path)})";
    }
}
