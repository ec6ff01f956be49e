using System;
using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>Makes the address of a request. No value can reach another path than the template's.</summary>
internal static class RequestUri
{
    /// <summary>Joins base address, filled template and query.</summary>
    /// <param name="baseAddress">Without a trailing slash.</param>
    /// <param name="request">The request.</param>
    /// <exception cref="AiGatewayException">Rejected: a value is empty or a dot segment.</exception>
    public static Uri Build(string baseAddress, ApiRequest request)
    {
        var text = new StringBuilder(baseAddress, baseAddress.Length + request.PathTemplate.Length + 64);
        AppendPath(text, request);
        char separator = '?';
        foreach (KeyValuePair<string, string> member in request.QueryValues)
        {
            text.Append(separator).Append(Uri.EscapeDataString(member.Key)).Append('=').Append(Uri.EscapeDataString(member.Value));
            separator = '&';
        }

        return new Uri(text.ToString(), UriKind.Absolute);
    }

    private static void AppendPath(StringBuilder text, ApiRequest request)
    {
        string template = request.PathTemplate;
        int position = 0;
        while (position < template.Length)
        {
            int open = template.IndexOf('{', position);
            if (open < 0)
            {
                text.Append(template, position, template.Length - position);
                return;
            }

            int close = template.IndexOf('}', open);
            text.Append(template, position, open - position);
            text.Append(Segment(request, template[(open + 1)..close]));
            position = close + 1;
        }
    }

    private static string Segment(ApiRequest request, string placeholder)
    {
        foreach (KeyValuePair<string, string> pair in request.PathValues)
        {
            if (pair.Key == placeholder)
            {
                return placeholder[0] == '+' ? EscapeAll(request, placeholder, pair.Value) : Escape(request, placeholder, pair.Value);
            }
        }

        throw new InvalidOperationException($"The request {request.OperationId} has no value for {{{placeholder}}}.");
    }

    /// <summary>A path of several segments: what may stand in one as it is stays so, escaped characters included.</summary>
    private static string EscapeAll(ApiRequest request, string placeholder, string path)
    {
        string[] segments = path.Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            string plain = Uri.UnescapeDataString(segments[i]);
            segments[i] = Escape(request, placeholder[1..], plain)
                .Replace("%3A", ":", StringComparison.Ordinal)
                .Replace("%40", "@", StringComparison.Ordinal);
        }

        return string.Join('/', segments);
    }

    private static string Escape(ApiRequest request, string placeholder, string value)
    {
        // Empty would turn "one log" into "all logs"; dot segments climb, and escaping does not stop them: %2E is a dot to every parser.
        if (string.IsNullOrWhiteSpace(value) || value is "." or "..")
        {
            throw new AiGatewayException(
                AiGatewayErrorKind.Rejected,
                $"Could not {request.Purpose}: '{value}' cannot be used as {placeholder} in a path.")
            {
                Method = request.Method.Method,
                PathTemplate = request.PathTemplate,
                RecommendedAction = $"Give a {placeholder} that is not empty and not a dot.",
            };
        }

        return Uri.EscapeDataString(value);
    }
}
