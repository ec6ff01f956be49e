using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Credit, invoices, usage, and the account's spending limit.</summary>
internal sealed class BillingEndpoints(EmulatorServices services) : IEndpointGroup
{
    public const string Base = "/accounts/{account_id}/ai-gateway/billing/";

    private const string Limit = "spending-limit";
    private const int PageSize = 20;

    private static readonly ObjectRule s_limit = new(
        MemberRule.Required("amount", new NumberRule { Minimum = 100 }),
        MemberRule.Required("duration", new EnumRule("daily", "weekly", "monthly")),
        MemberRule.Required("strategy", new EnumRule("fixed", "sliding")));

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", "credit-balance", GetCredit),
        Make("GET", "invoice-history", ListInvoices),
        Make("GET", "invoice-preview", GetPreview),
        Make("GET", "usage-history", GetUsage),
        Make("GET", Limit, GetLimit),
        Make("POST", Limit, SetLimit),
        Make("DELETE", Limit, RemoveLimit),
    ];

    public static Endpoint Make(string method, string path, Func<ApiCall, EmulatedResponse> handle) => new()
    {
        Method = method,
        Template = Base + path,
        Family = EnvelopeFamily.V4,
        Permissions = method == "GET" ? Permission.ReadsGateways : Permission.WritesGateways,
        Handle = handle,
    };

    private BillingAccount Account(ApiCall call) => new(services, call.Tables, call.AccountId, call.Now);

    private EmulatedResponse GetCredit(ApiCall call)
    {
        BillingAccount account = Account(call);
        bool hasCard = !call.Behaviour.NoPaymentMethod;
        return BillingAnswers.Success(new JsonObject
        {
            ["balance"] = account.Balance,
            ["has_default_payment_method"] = hasCard,
            ["payment_method"] = hasCard ? new JsonObject { ["brand"] = TopUpEndpoints.Brand, ["last4"] = TopUpEndpoints.Last4 } : null,
            ["topup_config"] = TopUpEndpoints.Config(account),
            ["first_topup_success"] = account.HasPaid,
        });
    }

    private EmulatedResponse ListInvoices(ApiCall call)
    {
        // Who pages further is not documented; page is taken all the same, as the answer has a paging block.
        if (call.Query["type"] is not (null or "all" or "auto" or "manual") || !int.TryParse(call.Query["page"] ?? "1", CultureInfo.InvariantCulture, out int page) || page < 1)
        {
            return BillingAnswers.Failure(400, "Bad request");
        }

        BillingAccount account = Account(call);
        List<BillingPayment> payments = call.Query["type"] == "auto" ? [] : account.NewestFirst();
        var invoices = new JsonArray();
        for (long i = (page - 1L) * PageSize; i < payments.Count && invoices.Count < PageSize; i++)
        {
            invoices.Add(payments[(int)i].ToInvoice(account.IsPaid(payments[(int)i])));
        }

        return BillingAnswers.Success(new JsonObject
        {
            ["invoices"] = invoices,
            ["pagination"] = new JsonObject { ["has_more"] = (long)page * PageSize < payments.Count, ["page"] = page, ["per_page"] = PageSize, ["total_count"] = payments.Count },
        });
    }

    private EmulatedResponse GetPreview(ApiCall call)
    {
        var start = new DateTimeOffset(call.Now.UtcDateTime.Year, call.Now.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);
        DateTimeOffset end = start.AddMonths(1);
        double cents = 0;
        int calls = 0;
        foreach (PaidUse use in Account(call).Usage(start, end))
        {
            cents += use.Cost * 100;
            calls++;
        }

        cents = Math.Round(cents, 4);
        var period = new JsonObject { ["start"] = start.ToUnixTimeSeconds(), ["end"] = end.ToUnixTimeSeconds() };
        var line = new JsonObject
        {
            ["amount"] = cents,
            ["currency"] = "usd",
            ["description"] = "AI Gateway usage",
            ["period"] = period,
            ["pricing"] = new JsonObject { ["unit_amount_decimal"] = calls == 0 ? null : (cents / calls).ToString("0.########", CultureInfo.InvariantCulture) },
            ["quantity"] = calls,
        };
        return BillingAnswers.Success(new JsonObject
        {
            ["id"] = "upcoming",
            ["amount_due"] = cents,
            ["amount_paid"] = 0,
            ["amount_remaining"] = cents,
            ["currency"] = "usd",
            ["period_start"] = start.ToUnixTimeSeconds(),
            ["period_end"] = end.ToUnixTimeSeconds(),
            ["status"] = "draft",
            ["invoice_lines"] = new JsonArray(line),
        });
    }

    private EmulatedResponse GetUsage(ApiCall call)
    {
        long width = call.Query["value_grouping_window"] switch { "day" => 86_400_000, "hour" => 3_600_000, _ => 0 };
        if (width == 0 || ReadTime(call, "start_time") is not DateTimeOffset from || ReadTime(call, "end_time") is not DateTimeOffset until)
        {
            // The times are optional on paper only.
            return BillingAnswers.Failure(400, "Bad request");
        }

        var windows = new SortedDictionary<long, double>();
        foreach (PaidUse use in Account(call).Usage(from, until))
        {
            long start = use.Time - (use.Time % width);
            windows[start] = windows.GetValueOrDefault(start) + (use.Cost * 100);
        }

        var history = new JsonArray();
        foreach ((long start, double cents) in windows)
        {
            history.Add(new JsonObject { ["id"] = $"uh_{start}", ["aggregated_value"] = Math.Round(cents, 4), ["start_time"] = start, ["end_time"] = start + width });
        }

        return BillingAnswers.Success(new JsonObject { ["history"] = history });
    }

    private EmulatedResponse GetLimit(ApiCall call)
    {
        JsonObject? limit = Account(call).Setting(Limit);
        return BillingAnswers.Success(new JsonObject
        {
            ["enabled"] = limit is not null,
            ["config"] = limit ?? new JsonObject { ["amount"] = null, ["duration"] = null, ["strategy"] = null },
        });
    }

    private EmulatedResponse SetLimit(ApiCall call)
    {
        if (!call.Behaviour.TokensManageBilling)
        {
            return BillingAnswers.DashboardOnly();
        }

        (JsonObject? body, EmulatedResponse? refusal) = BillingAnswers.Read(call, s_limit);
        BillingAccount account = Account(call);
        if (body is null || !account.HasPaid)
        {
            return refusal ?? BillingAnswers.Failure(400, "NO_MANUAL_TOPUP");
        }

        account.Put(Limit, body);
        return BillingAnswers.Success([], 201);
    }

    private EmulatedResponse RemoveLimit(ApiCall call)
    {
        Account(call).Remove(Limit);
        return BillingAnswers.Success([]);
    }

    private static DateTimeOffset? ReadTime(ApiCall call, string name) =>
        long.TryParse(call.Query[name], CultureInfo.InvariantCulture, out long time) && time is >= 0 and <= 253402300799999
            ? DateTimeOffset.FromUnixTimeMilliseconds(time)
            : null;
}
