using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>What of a request and an answer may be shown. Headers and query members by allow-list, body members by deny-list.</summary>
internal static class Redaction
{
    private const int LongestBody = 16 * 1024;

    private static readonly FrozenSet<string> s_shownQuery = FrozenSet.ToFrozenSet(
        ["page", "per_page", "order", "order_by", "order_by_direction", "direction"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_shownHeaders = FrozenSet.ToFrozenSet(
        [
            "accept", "cf-ray", "content-length", "content-type", "date", "ratelimit", "ratelimit-policy", "retry-after", "server",
            "user-agent",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_secretMembers = FrozenSet.ToFrozenSet(
        [
            "authorization", "cf-aig-authorization", "secret", "client_secret", "value", "token", "access_token", "api_token", "api_key",
            "apikey", "api-key", "x-api-key", "x-auth-key", "password", "credential", "credentials", "headers", "cookie", "set-cookie",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a JSON member of that name holds something secret.</summary>
    public static bool IsSecretMember(string name) => s_secretMembers.Contains(name);

    /// <summary>Path and query of an address, with the values of all but harmless query members masked.</summary>
    public static string Address(Uri address)
    {
        if (address.Query.Length == 0)
        {
            return address.AbsolutePath;
        }

        var text = new StringBuilder(address.AbsolutePath);
        char separator = '?';
        foreach (string member in address.Query[1..].Split('&'))
        {
            int equals = member.IndexOf('=', StringComparison.Ordinal);
            string name = equals < 0 ? member : member[..equals];
            text.Append(separator).Append(equals < 0 || s_shownQuery.Contains(name) ? member : name + "=***");
            separator = '&';
        }

        return text.ToString();
    }

    /// <summary>Appends the headers that may be shown, one a line.</summary>
    public static void AppendHeaders(StringBuilder text, HttpHeaders headers)
    {
        foreach (KeyValuePair<string, HeaderStringValues> header in headers.NonValidated)
        {
            if (s_shownHeaders.Contains(header.Key))
            {
                text.Append("\n  ").Append(header.Key).Append(": ").Append(header.Value.ToString());
            }
        }
    }

    /// <summary>A body with its secret members masked; anything but JSON is only measured.</summary>
    public static string Body(ReadOnlySpan<byte> body)
    {
        if (body.Length == 0)
        {
            return "(no body)";
        }

        try
        {
            JsonNode? node = JsonNode.Parse(body);
            string text = node is null ? "null" : Masked(node).ToJsonString();
            return text.Length <= LongestBody ? text : string.Concat(text.AsSpan(0, LongestBody), "…");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return $"({body.Length} bytes that are not JSON)";
        }
    }

    /// <summary>A copy whose secret members are masked.</summary>
    public static JsonNode Masked(JsonNode node)
    {
        JsonNode copy = node.DeepClone();
        Mask(copy);
        return copy;
    }

    private static void Mask(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            for (int i = 0; i < array.Count; i++)
            {
                Mask(array[i]);
            }
        }
        else if (node is JsonObject members)
        {
            foreach (string name in new List<string>(((IDictionary<string, JsonNode?>)members).Keys))
            {
                if (members[name] is not JsonNode value)
                {
                    continue;
                }

                if (IsSecretMember(name))
                {
                    members[name] = Scrubber.Mask;
                }
                else
                {
                    Mask(value);
                }
            }
        }
    }
}
