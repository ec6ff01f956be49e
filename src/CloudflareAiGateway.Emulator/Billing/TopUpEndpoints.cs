using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Buying credit, once or automatically.</summary>
internal sealed class TopUpEndpoints(EmulatorServices services) : IEndpointGroup
{
    /// <summary>The card of every account.</summary>
    public const string Brand = "visa";

    /// <summary>Its last digits.</summary>
    public const string Last4 = "4242";

    private const string ConfigName = "topup-config";
    private const int Minimum = 1000;
    private const int Maximum = 100_000;

    private static readonly ObjectRule s_topUp = new(
        MemberRule.Required("amount", new NumberRule { Minimum = Minimum, Maximum = Maximum }),
        MemberRule.Optional("payment_method_id", new StringRule()));

    private static readonly ObjectRule s_status = new(MemberRule.Required("payment_intent_id", new StringRule()));

    private static readonly ObjectRule s_config = new(
        MemberRule.Required("amount", new NumberRule { Minimum = Minimum }),
        MemberRule.Required("threshold", new NumberRule { Minimum = 500 }));

    public IEnumerable<Endpoint> Endpoints =>
    [
        BillingEndpoints.Make("POST", "topup", TopUp),
        BillingEndpoints.Make("POST", "topup/status", GetStatus),
        BillingEndpoints.Make("POST", "topup/eligibility", CheckEligibility),
        BillingEndpoints.Make("GET", "topup/limits", _ => BillingAnswers.Success(new JsonObject { ["currency"] = "usd", ["min_cents"] = Minimum, ["max_cents"] = Maximum })),
        BillingEndpoints.Make("GET", "topup/config", call => BillingAnswers.Success(Config(Account(call)))),
        BillingEndpoints.Make("POST", "topup/config", SetConfig),
        BillingEndpoints.Make("DELETE", "topup/config", RemoveConfig),
    ];

    /// <summary>The automatic top-up of an account as it is answered. It is kept and shown; nothing tops up by itself here.</summary>
    public static JsonObject Config(BillingAccount account)
    {
        JsonObject? config = account.Setting(ConfigName);
        return new JsonObject
        {
            ["amount"] = config?["amount"]?.DeepClone(),
            ["threshold"] = config?["threshold"]?.DeepClone(),
            ["disabledReason"] = null,
            ["error"] = null,
            ["lastFailedAt"] = null,
        };
    }

    private BillingAccount Account(ApiCall call) => new(services, call.Tables, call.AccountId, call.Now);

    private EmulatedResponse TopUp(ApiCall call)
    {
        (JsonObject? body, EmulatedResponse? refusal) = BillingAnswers.Read(call, s_topUp);
        if (body is null)
        {
            return refusal!;
        }

        if (call.Behaviour.CardDeclined || (call.Behaviour.NoPaymentMethod && body["payment_method_id"] is null))
        {
            return BillingAnswers.Failure(402, call.Behaviour.CardDeclined ? "Your card was declined." : "There is no payment method.");
        }

        BillingAccount account = Account(call);
        bool isFirst = !account.HasPaid;
        BillingPayment payment = account.Pay("in_" + RandomNumberGenerator.GetHexString(16, lowercase: true), (long)body["amount"]!);
        return BillingAnswers.Success(new JsonObject
        {
            ["client_secret"] = call.Behaviour.PaymentNeedsConfirmation ? $"{payment.Id}_secret_{RandomNumberGenerator.GetHexString(16, lowercase: true)}" : null,
            ["onboarding"] = isFirst,
            ["payment_intent_id"] = payment.Id,
            ["brand"] = Brand,
            ["last4"] = Last4,
        });
    }

    private EmulatedResponse GetStatus(ApiCall call)
    {
        (JsonObject? body, EmulatedResponse? refusal) = BillingAnswers.Read(call, s_status);
        if (body is null)
        {
            return refusal!;
        }

        BillingAccount account = Account(call);
        return account.Find((string)body["payment_intent_id"]!) is BillingPayment payment
            ? BillingAnswers.Success(new JsonObject { ["payment_intent_id"] = payment.Id, ["status"] = account.IsPaid(payment) ? "completed" : "pending" })
            : BillingAnswers.Failure(404, "Payment not found");
    }

    /// <summary>Nobody knows the answer's form; this one is a guess.</summary>
    private static EmulatedResponse CheckEligibility(ApiCall call)
    {
        if (!BillingAnswers.IsObjectOrNothing(call.Request.Body))
        {
            return BillingAnswers.Failure(400, "Bad request");
        }

        var answer = new JsonObject { ["eligible"] = !call.Behaviour.NoPaymentMethod };
        if (call.Behaviour.NoPaymentMethod)
        {
            answer["reason"] = "no payment method";
        }

        return BillingAnswers.Success(answer);
    }

    private EmulatedResponse SetConfig(ApiCall call)
    {
        if (!call.Behaviour.TokensManageBilling)
        {
            return BillingAnswers.DashboardOnly();
        }

        (JsonObject? body, EmulatedResponse? refusal) = BillingAnswers.Read(call, s_config);
        if (body is null)
        {
            return refusal!;
        }

        Account(call).Put(ConfigName, body);
        return BillingAnswers.Success(new JsonObject { ["amount"] = body["amount"]!.DeepClone(), ["threshold"] = body["threshold"]!.DeepClone() });
    }

    private EmulatedResponse RemoveConfig(ApiCall call)
    {
        if (!call.Behaviour.TokensManageBilling)
        {
            return BillingAnswers.DashboardOnly();
        }

        Account(call).Remove(ConfigName);
        return BillingAnswers.Success([]);
    }
}
