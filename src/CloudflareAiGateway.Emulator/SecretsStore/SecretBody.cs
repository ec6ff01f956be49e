using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The body of a create, a change or a copy. A member that is null was not sent.</summary>
internal sealed class SecretBody
{
    private const int MaximumBytes = 65536;

    private static readonly string[] s_known = ["access", "ai_gateway", "containers", "dex", "websearch", "workers"];

    public string? Name { get; private init; }

    /// <summary>The value as it may be shown.</summary>
    public string? Preview { get; private init; }

    public IReadOnlyList<string>? Scopes { get; private init; }

    public string? Comment { get; private init; }

    /// <summary>Reads an array of secrets, or one alone.</summary>
    /// <returns>The bodies, or the first thing that is wrong with them.</returns>
    public static (IReadOnlyList<SecretBody> Bodies, Problem? Problem) ReadMany(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            var bodies = new List<SecretBody>();
            if (document.RootElement.ValueKind != JsonValueKind.Array)
            {
                (SecretBody? only, Problem? trouble) = Read(document.RootElement);
                return only is null ? ([], trouble) : ([only], null);
            }

            foreach (JsonElement element in document.RootElement.EnumerateArray())
            {
                (SecretBody? each, Problem? trouble) = Read(element);
                if (each is null)
                {
                    return ([], trouble);
                }

                bodies.Add(each);
            }

            return bodies.Count == 0 ? ([], StoreProblems.InvalidBody) : (bodies, null);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            return ([], StoreProblems.InvalidBody);
        }
    }

    /// <summary>Reads the ids of a bulk delete: an object with <c>ids</c>, or the array of early versions.</summary>
    /// <returns>The ids; null when the body has another shape.</returns>
    public static IReadOnlyList<string>? ReadIds(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement list = document.RootElement;
            if (list.ValueKind == JsonValueKind.Object && list.TryGetProperty("ids", out JsonElement ids))
            {
                list = ids;
            }

            if (list.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var read = new List<string>();
            foreach (JsonElement element in list.EnumerateArray())
            {
                JsonElement id = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out JsonElement inside) ? inside : element;
                if (id.ValueKind != JsonValueKind.String)
                {
                    return null;
                }

                read.Add(id.GetString()!);
            }

            return read.Count > 0 ? read : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What a create and a copy need.</summary>
    /// <returns>What is missing; null when nothing is.</returns>
    public Problem? FindMissing(bool needsValue) =>
        string.IsNullOrEmpty(Name) ? StoreProblems.NameEmpty
        : Scopes is null ? StoreProblems.ScopesEmpty
        : needsValue && Preview is null ? StoreProblems.InvalidBody
        : null;

    private static (SecretBody? Body, Problem? Problem) Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return (null, StoreProblems.InvalidBody);
        }

        Problem? problem = null;
        string? name = Text(element, "name", ref problem);
        string? value = Text(element, "value", ref problem);
        string? comment = Text(element, "comment", ref problem);
        IReadOnlyList<string>? scopes = ReadScopes(element, ref problem);
        if (value is not null && Encoding.UTF8.GetByteCount(value) > MaximumBytes)
        {
            problem ??= StoreProblems.ValueTooLong;
        }

        return problem is null
            ? (new SecretBody { Name = name, Preview = value is null ? null : StoredSecret.Mask(value), Scopes = scopes, Comment = comment }, null)
            : (null, problem);
    }

    private static string? Text(JsonElement element, string name, ref Problem? problem)
    {
        if (!element.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        problem ??= StoreProblems.InvalidBody;
        return null;
    }

    /// <summary>Scopes must be known, and in alphabetical order.</summary>
    private static List<string>? ReadScopes(JsonElement element, ref Problem? problem)
    {
        if (!element.TryGetProperty("scopes", out JsonElement list))
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
        {
            problem ??= list.ValueKind == JsonValueKind.Array ? StoreProblems.ScopesEmpty : StoreProblems.InvalidBody;
            return null;
        }

        var scopes = new List<string>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            string scope = item.ValueKind == JsonValueKind.String ? item.GetString()! : string.Empty;
            if (Array.IndexOf(s_known, scope) < 0 || (scopes.Count > 0 && string.CompareOrdinal(scopes[^1], scope) >= 0))
            {
                problem ??= StoreProblems.ScopeInvalid;
                return null;
            }

            scopes.Add(scope);
        }

        return scopes;
    }
}
