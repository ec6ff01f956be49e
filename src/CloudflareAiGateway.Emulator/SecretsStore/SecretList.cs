using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The list of a store's secrets as the query wants it: searched, sorted, cut.</summary>
internal static class SecretList
{
    private const string DefaultOrder = "created";

    private static readonly string[] s_orders = ["name", "comment", DefaultOrder, "modified", "status"];

    /// <summary>Answers a list call.</summary>
    public static EmulatedResponse Answer(ApiCall call, IEnumerable<StoredSecret> secrets)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        string order = call.Query["order"] ?? DefaultOrder;
        string direction = call.Query["direction"] ?? "desc";
        if (problems.Count > 0 || Array.IndexOf(s_orders, order) < 0 || direction is not ("asc" or "desc"))
        {
            return Envelope.Failure(EnvelopeFamily.V4, 400, StoreProblems.BadRequest);
        }

        var wanted = new List<StoredSecret>();
        foreach (StoredSecret secret in secrets)
        {
            if (IsWanted(secret, call.Query))
            {
                wanted.Add(secret);
            }
        }

        Sort(wanted, order, direction == "desc", call.Now);
        return Envelope.List(EnvelopeFamily.V4, ResultSlice.Cut(wanted.ConvertAll(secret => secret.ToDocument() with { Json = secret.ToAnswer(call.Now) }), page));
    }

    private static bool IsWanted(StoredSecret secret, QueryString query)
    {
        foreach (string scope in query.All("scopes"))
        {
            if (!secret.HasScope(scope))
            {
                return false;
            }
        }

        return query["search"] is not { Length: > 0 } search
            || secret.Name.Contains(search, StringComparison.OrdinalIgnoreCase)
            || secret.Comment?.Contains(search, StringComparison.OrdinalIgnoreCase) == true;
    }

    private static void Sort(List<StoredSecret> secrets, string order, bool descending, DateTimeOffset now)
    {
        int sign = descending ? -1 : 1;
        secrets.Sort((x, y) =>
        {
            int byOrder = order switch
            {
                "name" => string.CompareOrdinal(x.Name, y.Name),
                "comment" => string.CompareOrdinal(x.Comment, y.Comment),
                "modified" => x.Modified.CompareTo(y.Modified),
                "status" => y.IsReady(now).CompareTo(x.IsReady(now)),
                _ => x.Created.CompareTo(y.Created),
            };
            return sign * (byOrder != 0 ? byOrder : string.CompareOrdinal(x.Id, y.Id));
        });
    }
}
