using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>One entry of an <c>errors</c> list.</summary>
/// <param name="Code">The API's error code.</param>
/// <param name="Message">The text.</param>
/// <param name="Path">Names (string) and indexes (int) that lead to the bad value; null for none.</param>
/// <param name="Chain">The cause behind it; null for none.</param>
internal sealed record Problem(int Code, string Message, IReadOnlyList<object>? Path = null, Problem? Chain = null)
{
    public static readonly Problem Authentication = new(10000, "Authentication error");
    public static readonly Problem InvalidToken = new(1000, "Invalid API Token");
    public static readonly Problem ForeignAccount = new(9109, "Unauthorized to access requested resource");
    public static readonly Problem NotFound = new(7002, "Not Found");
    public static readonly Problem Throttled = new(971, "Please wait and consider throttling your request speed");

    public static Problem NoRoute(string path) =>
        new(7003, $"Could not route to {path}, perhaps your object identifier is invalid?");

    public static Problem InvalidHeader(int code, string header) =>
        new(6003, "Invalid request headers", Chain: new Problem(code, $"Invalid format for {header} header"));
}
